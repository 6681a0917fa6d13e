package quartier.pledge.receipt;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a backer paid, and what went back. It is no tax receipt, and says so.
 *
 * @param payment our references of what was paid, the same at the provider
 * @param project its title, where it is known
 */
public record PaymentReceipt(
        String pledge,
        String campaign,
        @Nullable String project,
        String backer,
        @Nullable String organisation,
        String payment,
        long amountMinorUnits,
        String currency,
        Instant paidAt,
        List<Refund> refunds) {

    /** @param at when it was done; null while it is not */
    public record Refund(
            String reference,
            long amountMinorUnits,
            String reason,
            State state,
            @Nullable Instant at) {}

    public enum State {
        DUE,
        FAILED,
        DONE,
        /** The payer's bank took the money before it was given back. */
        CHARGED_BACK
    }

    public PaymentReceipt {
        refunds = List.copyOf(refunds);
    }

    public long refundedMinorUnits() {
        return refunds.stream()
                .filter(refund -> refund.state() == State.DONE)
                .mapToLong(Refund::amountMinorUnits)
                .reduce(0, Math::addExact);
    }
}
