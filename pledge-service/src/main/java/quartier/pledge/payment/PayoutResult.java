package quartier.pledge.payment;

import java.time.Instant;

/** What became of a payout. */
public sealed interface PayoutResult {

    record PaidOut(Instant at) implements PayoutResult {}

    /** Repeat the request under the same key to learn more. */
    record PayoutPending() implements PayoutResult {}

    record PayoutFailed(String reason) implements PayoutResult {}

    /** No answer came: repeat under the same key, never under another. */
    record Unknown(String why) implements PayoutResult {}
}
