package quartier.pledge.payment.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import quartier.pledge.payment.Amount;

/**
 * A payment as the sandbox's bank remembers it.
 *
 * @param settlesAt for a payment in process: the real time at which it is captured
 * @param page the unguessable name of its authentication page
 */
record SandboxPayment(
        String id,
        String campaign,
        Amount amount,
        SandboxCard card,
        Status status,
        @Nullable Instant capturedAt,
        @Nullable Instant settlesAt,
        @Nullable String page,
        @Nullable String returnUrl) {

    enum Status {
        CAPTURED,
        REQUIRES_ACTION,
        PROCESSING,
        DECLINED,
        REFUSED_BY_BACKER
    }
}
