package quartier.pledge.escrow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A refund, named by {@link Returned#id()}; it is made once. */
public sealed interface Refund {

    Returned of();

    /** Since when the money is owed back. */
    Instant owedSince();

    /** @param attempt from 1; a retry after a definite failure is a new attempt, a time-out is the same one again */
    record Due(Returned of, Instant owedSince, int attempt) implements Refund {}

    /** The provider refused for good; an operator may retry, or give the money back by hand. */
    record Failed(Returned of, Instant owedSince, int attempt, String failure, Instant at) implements Refund {}

    /** @param reference of the transfer, when it was made by hand */
    record Done(
            Returned of,
            Instant owedSince,
            Instant at,
            @Nullable String reference) implements Refund {}

    /** The payer's bank gave the money back before the refund was made. If the bank takes it back, it is due again. */
    record ChargedBack(Returned of, Instant owedSince, String dispute, int attempt) implements Refund {}
}
