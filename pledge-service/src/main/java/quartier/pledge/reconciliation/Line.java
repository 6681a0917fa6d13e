package quartier.pledge.reconciliation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One movement of our money with the provider, as one of the two sides has it.
 *
 * @param kind {@code charge}, {@code refund}, {@code payout}, {@code dispute}; what comes back is of the kind of what went
 * @param reference by which the other side's line is found
 * @param movement the side's own name of it, so that it is counted once
 * @param minorUnits what our balance grew by
 */
record Line(
        String kind,
        String reference,
        String currency,
        @Nullable String campaign,
        String movement,
        long minorUnits,
        Instant at) {

    /** What both sides' lines have in common. */
    String key() {
        return kind + " " + reference + " " + currency;
    }
}
