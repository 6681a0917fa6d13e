package quartier.support.supporter.mongo;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import quartier.platform.outbox.OutboundEvent;
import quartier.platform.outbox.OutboundEvents;
import quartier.support.supporter.Supporter;
import quartier.support.supporter.SupporterTopics;

/** What other services hear of an organisation; contracts/events describes it. */
@Component
final class SupporterMessages {

    private record SupporterChanged(String supporter, String name, String kind, List<String> agents) {}

    private record State(String supporter, String name, String kind, List<String> agents, boolean approved) {}

    private final OutboundEvents events;

    SupporterMessages(OutboundEvents events) {
        this.events = events;
    }

    /** The fact that the organisation came to its present state, and that state. */
    List<OutboundEvent> of(Supporter supporter, long version, Instant at) {
        String kind = supporter.kind().name().toLowerCase(Locale.ROOT);
        String what = supporter.state().name().toLowerCase(Locale.ROOT);
        return List.of(
                events.event(
                        SupporterTopics.SUPPORTERS,
                        "quartier.supporter." + what + ".v1",
                        supporter.id(),
                        version,
                        at,
                        new SupporterChanged(supporter.id(), supporter.name(), kind, supporter.agents())),
                events.event(
                        SupporterTopics.STATE,
                        "quartier.supporter.state.v1",
                        supporter.id(),
                        version,
                        at,
                        new State(supporter.id(), supporter.name(), kind, supporter.agents(), supporter.approved())));
    }
}
