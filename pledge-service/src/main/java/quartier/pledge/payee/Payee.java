package quartier.pledge.payee;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import quartier.pledge.payment.PayeeStatus;

/**
 * A member who registered to receive payouts. Their papers are with the provider and never here.
 *
 * @param reference the provider's name of them
 * @param reason the provider's code for a check that failed
 */
public record Payee(
        String member,
        String reference,
        PayeeStatus status,
        @Nullable String reason,
        Instant registeredAt,
        Instant changedAt) {

    public boolean isVerified() {
        return status == PayeeStatus.VERIFIED;
    }
}
