package quartier.catalog;

import org.apache.kafka.common.config.TopicConfig;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** Declares the topics that this service writes. */
@Configuration(proxyBeanMethods = false)
class TopicConfiguration {

    /** @param replicas of each partition: 1 on one machine, 3 in production */
    @ConfigurationProperties("quartier.kafka")
    record Replication(@DefaultValue("1") int replicas) {}

    private static final int PARTITIONS = 3;

    @Bean
    KafkaAdmin.NewTopics topics(Replication replication) {
        return new KafkaAdmin.NewTopics(
                topic("quartier.catalog.projects", replication).build(),
                topic("quartier.catalog.calls", replication).build(),
                topic("quartier.catalog.meetups", replication).build(),
                topic("quartier.catalog.questions", replication).build(),
                topic("quartier.catalog.rewards", replication).build(),
                compacted("quartier.catalog.frontpages", replication).build(),
                compacted("quartier.catalog.projects.state", replication).build(),
                // Each event is a territory's whole public state, so the last one of each is enough.
                compacted("quartier.catalog.territories", replication).build());
    }

    private static TopicBuilder topic(String name, Replication replication) {
        return TopicBuilder.name(name).partitions(PARTITIONS).replicas(replication.replicas());
    }

    private static TopicBuilder compacted(String name, Replication replication) {
        return topic(name, replication).config(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    }
}
