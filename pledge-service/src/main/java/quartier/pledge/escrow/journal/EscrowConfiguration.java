package quartier.pledge.escrow.journal;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import quartier.platform.outbox.EventSender;
import quartier.platform.outbox.OutboundEvents;
import quartier.pledge.escrow.EscrowViews;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.PledgeViews;

/** The escrow capability's parts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EscrowProperties.class)
class EscrowConfiguration {

    private static final int PARTITIONS = 3;

    @Bean
    EscrowEngine escrowEngine(
            MongoDatabase database,
            OutboundEvents outbound,
            EventSender sender,
            MeterRegistry meters,
            EscrowProperties properties) {
        return new EscrowEngine(database, outbound, sender::send, outbound::traceparent, meters, properties);
    }

    @Bean
    Escrows escrows(EscrowEngine engine) {
        return engine.escrows();
    }

    @Bean
    PledgeViews pledgeViews(EscrowEngine engine) {
        return engine.pledges();
    }

    @Bean
    EscrowViews escrowViews(MongoDatabase database) {
        return new StoredEscrows(database);
    }

    @Bean
    KafkaAdmin.NewTopics pledgeTopics(Environment environment) {
        int replicas = environment.getProperty("quartier.kafka.replicas", Integer.class, 1);
        return new KafkaAdmin.NewTopics(
                topic(Topics.PLEDGES, replicas).build(),
                topic(Topics.CAMPAIGNS, replicas).build(),
                topic(Topics.CAMPAIGNS_STATE, replicas)
                        .config(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
                        .build());
    }

    private static TopicBuilder topic(String name, int replicas) {
        return TopicBuilder.name(name).partitions(PARTITIONS).replicas(replicas);
    }
}
