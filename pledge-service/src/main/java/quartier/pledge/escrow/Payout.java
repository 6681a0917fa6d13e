package quartier.pledge.escrow;

import java.time.Instant;

/** The payment of a funded campaign to its owner, of which there is at most one. */
public sealed interface Payout {

    long amountMinorUnits();

    /** @param attempt from 1; a retry after a definite failure is a new attempt, a time-out is the same one again */
    record Due(long amountMinorUnits, int attempt) implements Payout {}

    record Failed(long amountMinorUnits, int attempt, String failure) implements Payout {}

    record Done(long amountMinorUnits, String reference, Instant at) implements Payout {}
}
