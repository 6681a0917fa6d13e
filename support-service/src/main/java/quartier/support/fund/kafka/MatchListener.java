package quartier.support.fund.kafka;

import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;
import quartier.platform.messaging.ReceivedEvent;
import quartier.support.fund.FollowMatches;

/**
 * Follows what campaigns match, in a group of its own beside the radar's: what one of the two can't process does not
 * hold up the other.
 */
@Configuration(proxyBeanMethods = false)
class MatchListener {

    private static final String MATCH_CHANGED = "quartier.campaign.match-changed.v1";

    @Bean("matches")
    Consumer<Message<byte[]>> matches(FollowMatches follow, Clock clock) {
        return message -> {
            ReceivedEvent event = ReceivedEvent.from(message);
            if (event.type().equals(MATCH_CHANGED)) { // the topic's other types are the radar's
                follow.hear(event.dataAs(MatchChanged.class).report(event.sequence()), clock.instant());
            }
        };
    }
}
