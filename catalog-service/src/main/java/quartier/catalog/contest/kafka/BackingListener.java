package quartier.catalog.contest.kafka;

import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import quartier.catalog.contest.Backings;
import quartier.platform.messaging.ReceivedEvent;

/** Hears from pledge-service who backs what, so that no juror scores a project that they gave to. */
@Configuration(proxyBeanMethods = false)
class BackingListener {

    record PledgeFact(String campaign, String backer) {}

    /** What becomes of a pledge later changes nothing: whoever backed a project once wished it well. */
    @Bean
    Consumer<Message<byte[]>> backings(Backings backings) {
        return message -> {
            ReceivedEvent event = ReceivedEvent.from(message);
            if (event.type().equals("quartier.pledge.confirmed.v1")) {
                PledgeFact fact = event.dataAs(PledgeFact.class);
                backings.add(fact.campaign(), fact.backer());
            }
        };
    }
}
