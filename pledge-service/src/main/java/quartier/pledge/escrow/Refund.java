package quartier.pledge.escrow;

import java.time.Instant;

/** The refund of one payment, of which there is at most one. */
public sealed interface Refund {

    Returned of();

    /** @param attempt from 1; a retry after a definite failure is a new attempt, a time-out is the same one again */
    record Due(Returned of, int attempt) implements Refund {}

    /** The provider refused for good; an operator may retry. */
    record Failed(Returned of, int attempt, String failure) implements Refund {}

    record Done(Returned of, Instant at) implements Refund {}
}
