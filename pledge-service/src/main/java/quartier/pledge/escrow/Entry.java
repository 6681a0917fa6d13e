package quartier.pledge.escrow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One decision in the journal.
 *
 * @param traceparent the W3C trace context of the request, so that its trace follows the events through Kafka
 */
public record Entry(
        @Nullable String traceparent,
        List<Event> events,
        @Nullable Transaction transaction) {

    public Entry {
        events = List.copyOf(events);
    }
}
