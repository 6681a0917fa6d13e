package quartier.catalog.call;

import java.time.Instant;

/** What the staff ask of a call that stands, with all that the answer depends on. */
public sealed interface Command {

    Staff by();

    Instant at();

    /** @param expectedVersion the one that they had read */
    record Change(Staff by, Instant at, long expectedVersion, CallForm form, Ground ground) implements Command {}

    /** Before its date. */
    record Close(Staff by, Instant at, long expectedVersion) implements Command {}
}
