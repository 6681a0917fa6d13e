package quartier.pledge.escrow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pledge as it can be shown and queried.
 *
 * @param reason why it was declined, if it was
 * @param refundReason why its money goes or went back, if it does
 * @param confirmedAt when its payment was captured
 */
public record PledgeView(
        String campaign,
        Promise promise,
        String currency,
        PledgeStatus status,
        @Nullable String reason,
        @Nullable RefundReason refundReason,
        @Nullable Instant confirmedAt) {}
