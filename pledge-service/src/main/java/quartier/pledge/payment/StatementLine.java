package quartier.pledge.payment;

import java.time.Instant;
import java.util.Locale;

/**
 * One movement on our balance with the provider.
 *
 * @param id the provider's, unique
 * @param reference our own name of what moved: the payment, the refund, the payout's key, the dispute; the provider's
 *     where there is none of ours
 * @param minorUnits what the balance grew by, negative when it shrank; the fee is part of it
 * @param feeMinorUnits what the provider kept of it
 */
public record StatementLine(
        String id, Kind kind, String reference, long minorUnits, long feeMinorUnits, String currency, Instant at) {

    public enum Kind {
        CHARGE,
        REFUND,
        PAYOUT,
        PAYOUT_RETURNED,
        DISPUTE,
        DISPUTE_WON,
        /** Our own account's: fees that are billed apart, what the operator withdraws. No campaign's money. */
        OWN,
        /** Money that we know nothing of. */
        OTHER;

        /** Stable, for JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
