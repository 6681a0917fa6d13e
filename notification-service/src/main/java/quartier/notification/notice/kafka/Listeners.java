package quartier.notification.notice.kafka;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import quartier.platform.messaging.ReceivedEvent;

/** The bindings of {@code application.yml}: one for each topic. */
@Configuration(proxyBeanMethods = false)
class Listeners {

    @Bean
    Consumer<Message<byte[]>> projects(ProjectEvents events) {
        return listener(events::hear);
    }

    @Bean
    Consumer<Message<byte[]>> pledges(PledgeEvents events) {
        return listener(events::hear);
    }

    @Bean
    Consumer<Message<byte[]>> campaigns(CampaignEvents events) {
        return listener(events::hear);
    }

    @Bean
    Consumer<Message<byte[]>> needs(InKindEvents events) {
        return listener(events::hearNeed);
    }

    @Bean
    Consumer<Message<byte[]>> commitments(InKindEvents events) {
        return listener(events::hearCommitment);
    }

    @Bean
    Consumer<Message<byte[]>> supporters(SupportEvents events) {
        return listener(events::hearSupporter);
    }

    @Bean
    Consumer<Message<byte[]>> supportOffers(SupportEvents events) {
        return listener(events::hearOffer);
    }

    @Bean
    Consumer<Message<byte[]>> calls(AnimationEvents events) {
        return listener(events::hearCall);
    }

    @Bean
    Consumer<Message<byte[]>> meetups(AnimationEvents events) {
        return listener(events::hearMeetup);
    }

    @Bean
    Consumer<Message<byte[]>> questions(CarryingEvents events) {
        return listener(events::hearQuestion);
    }

    @Bean
    Consumer<Message<byte[]>> rewards(CarryingEvents events) {
        return listener(events::hearReward);
    }

    private static Consumer<Message<byte[]>> listener(Consumer<ReceivedEvent> hear) {
        return message -> hear.accept(ReceivedEvent.from(message));
    }
}
