package quartier.inkind;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import quartier.inkind.need.FollowOffer;
import quartier.inkind.need.HearOfProject;
import quartier.inkind.need.MakeOffer;
import quartier.inkind.need.NeedTopics;
import quartier.inkind.need.Needs;
import quartier.inkind.need.ProjectStandings;
import quartier.inkind.need.ReadNeeds;
import quartier.platform.outbox.EventSender;
import quartier.platform.outbox.OutboxRelay;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TopicProperties.class)
class InkindConfiguration {

    private static final int PARTITIONS = 3;

    @Bean
    OutboxRelay outboxRelay(EventSender sender, MongoDatabase database, MeterRegistry meters) {
        return new OutboxRelay(sender, List.of(database.getCollection("needs")), meters);
    }

    @Bean
    KafkaAdmin.NewTopics topics(TopicProperties properties) {
        return new KafkaAdmin.NewTopics(
                topic(NeedTopics.NEEDS, properties).build(),
                topic(NeedTopics.COMMITMENTS, properties).build(),
                topic(NeedTopics.STATE, properties).compact().build());
    }

    private static TopicBuilder topic(String name, TopicProperties properties) {
        return TopicBuilder.name(name).partitions(PARTITIONS).replicas(properties.replicas());
    }

    @Bean
    MakeOffer makeOffer(Needs needs) {
        return new MakeOffer(needs);
    }

    @Bean
    FollowOffer followOffer(Needs needs) {
        return new FollowOffer(needs);
    }

    @Bean
    ReadNeeds readNeeds(Needs needs) {
        return new ReadNeeds(needs);
    }

    @Bean
    HearOfProject hearOfProject(Needs needs, ProjectStandings standings) {
        return new HearOfProject(needs, standings);
    }
}
