package quartier.support;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import quartier.platform.outbox.EventSender;
import quartier.platform.outbox.OutboxRelay;
import quartier.support.fund.FundTopics;
import quartier.support.offer.OfferTopics;
import quartier.support.supporter.SupporterTopics;

/** What all capabilities share: the relay and the topics. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TopicProperties.class)
class SupportConfiguration {

    private static final int PARTITIONS = 3;

    @Bean
    OutboxRelay outboxRelay(EventSender sender, MongoDatabase database, MeterRegistry meters) {
        return new OutboxRelay(
                sender,
                List.of(
                        database.getCollection("supporters"),
                        database.getCollection("offers"),
                        database.getCollection("funds")),
                meters);
    }

    @Bean
    KafkaAdmin.NewTopics topics(TopicProperties properties) {
        return new KafkaAdmin.NewTopics(
                topic(SupporterTopics.SUPPORTERS, properties).build(),
                topic(SupporterTopics.STATE, properties).compact().build(),
                topic(OfferTopics.OFFERS, properties).build(),
                topic(FundTopics.ALLOWANCES, properties).build());
    }

    private static TopicBuilder topic(String name, TopicProperties properties) {
        return TopicBuilder.name(name).partitions(PARTITIONS).replicas(properties.replicas());
    }
}
