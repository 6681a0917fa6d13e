package quartier.pledge.escrow;

import java.time.Instant;

/** Something that a campaign waits for somebody to do, and to report as a command. Doing it twice is harmless. */
public sealed interface Due {

    /** Ask the provider, then confirm, decline or {@link Command.ExpireHold}. */
    record HoldEnds(String pledge, String payment, Instant holdUntil) implements Due {}

    /** Ask the provider about a payment whose state is unknown. */
    record PaymentToLookUp(String pledge, String payment) implements Due {}

    /** Send {@link Command.ReachDeadline}. */
    record DeadlineReached() implements Due {}

    /** Send {@link Command.ResolveClosing}: the limit of closing has passed. */
    record VerdictDue() implements Due {}

    /** @param attempt part of the provider's idempotency key, with the refund */
    record RefundToMake(Returned money, int attempt) implements Due {}

    /** @param attempt part of the provider's idempotency key, with the campaign and the payout */
    record PayoutToMake(String payout, String owner, Money amount, int attempt) implements Due {}

    /** Nobody confirmed the cash in time: send {@link Command.ExpireHold}. */
    record ConfirmationMissed(String pledge) implements Due {}

    /**
     * Give a part of a loan back on the payment that it came by.
     *
     * @param attempt part of the provider's idempotency key, with the repayment and the pledge
     */
    record LenderToRepay(String repayment, String pledge, String payment, Money amount, int attempt) implements Due {}

    /** Send {@link Command.MarkArrears}. */
    record ArrearsToMark() implements Due {}
}
