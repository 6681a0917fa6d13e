package quartier.pledge.escrow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment of a confirmed pledge.
 *
 * @param amountMinorUnits what the campaign still has of it
 * @param feeMinorUnits what the provider kept of it
 * @param parts how many parts of it went back before
 * @param reversibleUntil until when a slow means of payment may be taken back by its payer
 */
public record Paid(
        String payment,
        long amountMinorUnits,
        long feeMinorUnits,
        int parts,
        @Nullable Instant reversibleUntil) {

    Paid without(long minorUnits) {
        return new Paid(payment, amountMinorUnits - minorUnits, feeMinorUnits, parts + 1, reversibleUntil);
    }
}
