package quartier.support.fund.kafka;

import java.time.Clock;
import java.util.Set;
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

    private static final Set<String> OVER = Set.of("funded", "not_funded", "cancelled");

    /** What is read of {@code quartier.campaign.totals.v1}. */
    record Totals(String state) {}

    @Bean("matches")
    Consumer<Message<byte[]>> matches(FollowMatches follow, Clock clock) {
        return message -> {
            ReceivedEvent event = ReceivedEvent.from(message);
            switch (event.type()) {
                case "quartier.campaign.match-changed.v1" ->
                    follow.hear(event.dataAs(MatchChanged.class).report(event.sequence()), clock.instant());
                case "quartier.campaign.totals.v1" -> { // the last event of its page
                    if (OVER.contains(event.dataAs(Totals.class).state())) {
                        follow.end(event.subject(), clock.instant());
                    }
                }
                default -> {
                    // The topic's other types are the radar's, which counts those that nobody knows.
                }
            }
        };
    }
}
