package quartier.pledge.escrow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of the rules to a command. */
public sealed interface Decision {

    /**
     * @param events what happens, in order; empty when it had happened before
     * @param transaction where money moves, its balanced double entry
     */
    record Accepted(List<Event> events, @Nullable Transaction transaction) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** @param remembered events that record the refusal, or none */
    record Rejected(Rejection reason, List<Event> remembered) implements Decision {
        public Rejected {
            remembered = List.copyOf(remembered);
        }
    }
}
