package quartier.pledge.payee;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import quartier.platform.outbox.EventSender;
import quartier.platform.outbox.OutboundEvents;
import quartier.platform.outbox.OutboxRelay;
import quartier.platform.store.DocumentMapper;
import quartier.pledge.payment.PaymentProvider;

@Configuration(proxyBeanMethods = false)
class PayeeConfiguration {

    private static final int PARTITIONS = 3;

    @Bean
    OutboxRelay payeeRelay(EventSender sender, MongoDatabase database, MeterRegistry meters) {
        return new OutboxRelay(sender, List.of(database.getCollection(Payees.COLLECTION)), meters);
    }

    @Bean
    Payees payees(
            MongoDatabase database,
            OutboxRelay payeeRelay,
            DocumentMapper mapper,
            OutboundEvents outbound,
            PaymentProvider provider,
            Clock clock) {
        return new Payees(database.getCollection(Payees.COLLECTION), payeeRelay, mapper, outbound, provider, clock);
    }

    /** Each event says all that there is to say of a payee, so the last one of each is enough. */
    @Bean
    KafkaAdmin.NewTopics payeeTopics(Environment environment) {
        return new KafkaAdmin.NewTopics(TopicBuilder.name(Payees.TOPIC)
                .partitions(PARTITIONS)
                .replicas(environment.getProperty("quartier.kafka.replicas", Integer.class, 1))
                .config(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT)
                .build());
    }
}
