package quartier.platform.store;

import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import quartier.platform.outbox.OutboundEvent;

/**
 * What a use case wants of its aggregate.
 *
 * @param state the new state, or null when nothing is to be written (a refusal, or a repetition)
 * @param events stored with the state in one update, and published later
 * @param result what the use case answers
 */
public record Change<R>(@Nullable Document state, List<OutboundEvent> events, R result) {

    public Change {
        events = List.copyOf(events);
    }

    public static <R> Change<R> to(Document state, List<OutboundEvent> events, R result) {
        return new Change<>(state, events, result);
    }

    public static <R> Change<R> nothing(R result) {
        return new Change<>(null, List.of(), result);
    }
}
