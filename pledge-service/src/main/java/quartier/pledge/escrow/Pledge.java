package quartier.pledge.escrow;

import java.time.Instant;

/**
 * A pledge in one of its states. Whether its money went back is told by the {@link Refund} of its payment: a pledge to
 * a campaign that failed stays confirmed, because it counted, and is refunded.
 */
public sealed interface Pledge {

    Promise promise();

    /**
     * Money and stock are set aside while the backer pays.
     *
     * @param holdUntil when the hold may expire, if the provider knows of no payment
     * @param paymentUnknown the provider has not said yes or no: the hold does not expire before the limit of closing
     */
    record Held(Promise promise, Instant holdUntil, boolean paymentUnknown) implements Pledge {}

    /** @param feeMinorUnits what the provider kept of it */
    record Confirmed(Promise promise, Instant confirmedAt, long feeMinorUnits) implements Pledge {}

    record Declined(Promise promise, String reason) implements Pledge {}

    record Expired(Promise promise) implements Pledge {}

    record Cancelled(Promise promise, Instant cancelledAt) implements Pledge {}
}
