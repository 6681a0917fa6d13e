package quartier.pledge.payment.stripe;

import org.jspecify.annotations.Nullable;
import quartier.pledge.payment.DeclineReason;

/** Stripe's many words for a refused payment, in ours. */
final class Declines {

    private Declines() {}

    static DeclineReason reason(@Nullable String code, @Nullable String declineCode) {
        if ("insufficient_funds".equals(declineCode)) {
            return DeclineReason.INSUFFICIENT_FUNDS;
        }
        return switch (code) {
            case "insufficient_funds" -> DeclineReason.INSUFFICIENT_FUNDS;
            case "authentication_required", "payment_intent_authentication_failure" ->
                DeclineReason.AUTHENTICATION_REFUSED;
            case "expired_card",
                    "incorrect_cvc",
                    "incorrect_number",
                    "invalid_cvc",
                    "invalid_expiry_month",
                    "invalid_expiry_year",
                    "invalid_number" -> DeclineReason.INVALID_CARD;
            case null, default -> DeclineReason.CARD_DECLINED;
        };
    }
}
