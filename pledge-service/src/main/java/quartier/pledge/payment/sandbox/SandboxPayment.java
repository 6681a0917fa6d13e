package quartier.pledge.payment.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import quartier.pledge.payment.Amount;
import quartier.pledge.payment.DisputeResult;

/**
 * A payment as the sandbox's bank remembers it.
 *
 * @param leftMinorUnits what can still be given back
 * @param settlesAt for a payment in process: the real time at which it is captured; null for a debit, which has its
 *     day by the sandbox's clock
 * @param page the unguessable name of its authentication page
 */
record SandboxPayment(
        String id,
        String campaign,
        Amount amount,
        long feeMinorUnits,
        long leftMinorUnits,
        SandboxCard card,
        Status status,
        @Nullable Instant capturedAt,
        @Nullable Instant settlesAt,
        @Nullable String page,
        @Nullable String returnUrl,
        @Nullable Dispute dispute) {

    enum Status {
        CAPTURED,
        REQUIRES_ACTION,
        PROCESSING,
        DECLINED,
        REFUSED_BY_BACKER
    }

    /** @param minorUnits what was left of the payment when it was disputed */
    record Dispute(
            String id,
            DisputeResult.Status status,
            long minorUnits,
            long feeMinorUnits,
            Instant openedAt,
            @Nullable Instant closedAt) {}
}
