package quartier.pledge.payment;

import java.time.Instant;

/** What became of a payout. */
public sealed interface PayoutResult {

    record PaidOut(Instant at) implements PayoutResult {}

    /** Repeat the request under the same key to learn more. */
    record PayoutPending() implements PayoutResult {}

    /** The provider refused this attempt for good; the money is still with it. */
    record PayoutFailed(String reason) implements PayoutResult {}

    /** It was made, and the payee's bank sent it back: the money is with the provider again. */
    record PayoutReturned(String reason, Instant at) implements PayoutResult {}

    /** Only when asked: nothing was asked for under this key. */
    record NoSuchPayout() implements PayoutResult {}

    /** No answer came: repeat under the same key, never under another. */
    record Unknown(String why) implements PayoutResult {}
}
