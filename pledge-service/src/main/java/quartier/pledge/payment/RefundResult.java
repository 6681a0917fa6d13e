package quartier.pledge.payment;

import java.time.Instant;

/** What became of an attempt to give a payment back. */
public sealed interface RefundResult {

    record RefundSucceeded(Instant at) implements RefundResult {}

    /** Repeat the request under the same key to learn more. */
    record RefundPending() implements RefundResult {}

    /** The provider refused this attempt for good; the money is still there. */
    record RefundFailed(String reason) implements RefundResult {}

    /** No answer came: repeat under the same key, never under another. */
    record Unknown(String why) implements RefundResult {}
}
