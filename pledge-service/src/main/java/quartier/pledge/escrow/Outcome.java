package quartier.pledge.escrow;

import java.time.Duration;
import java.util.List;

/** The durable answer to a command: what it says is stored. */
public sealed interface Outcome {

    /**
     * @param escrow the campaign's escrow right after this command
     * @param events what happened; empty when it had happened before
     */
    record Accepted(Escrow escrow, List<Event> events) implements Outcome {}

    record Rejected(Rejection reason) implements Outcome {}

    /** The campaign's queue is full; nothing was decided. */
    record Overloaded(Duration retryAfter) implements Outcome {}
}
