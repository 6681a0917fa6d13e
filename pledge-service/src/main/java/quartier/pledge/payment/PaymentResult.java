package quartier.pledge.payment;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a payment stands at the provider. */
public sealed interface PaymentResult {

    /**
     * The money is with the provider, held for the campaign.
     *
     * @param feeMinorUnits what the provider keeps of it, in the same currency
     * @param reversibleUntil until when the payer may take it back without a reason; null for means that can't
     */
    record Captured(
            Amount amount, long feeMinorUnits, @Nullable Instant reversibleUntil, Instant at) implements PaymentResult {

        public Captured {
            if (feeMinorUnits < 0 || feeMinorUnits > amount.minorUnits()) {
                throw new IllegalArgumentException("A fee is a part of its payment, not " + feeMinorUnits);
            }
        }
    }

    /** The backer has to confirm with the bank, on this page. */
    record ActionRequired(URI url) implements PaymentResult {}

    /** The provider works on it and will say more. */
    record Pending() implements PaymentResult {}

    record Declined(DeclineReason reason) implements PaymentResult {}

    /** Only when asked: the provider has no such payment, so no money can have moved. */
    record NeverStarted() implements PaymentResult {}

    /** No answer came. Money may have moved or not: nothing is assumed until the provider is asked and answers. */
    record Unknown(String why) implements PaymentResult {}
}
