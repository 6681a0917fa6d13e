package quartier.pledge.escrow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of a campaign's escrow. Each can be sent again at will: what has been done already is answered as
 * accepted, with no events. Refunds are named by {@link Returned#id()}, payouts by {@link Payout#id()}; people by their
 * opaque ids.
 */
public sealed interface Command {

    /** When it was asked, by the clock of who asked. */
    Instant at();

    /** @param owner the member whom the money is for */
    record OpenCampaign(Instant at, String owner, Terms terms) implements Command {}

    /**
     * Promises money and holds it until {@code at + hold}, while the payment is made. The payment is started with the
     * provider only after this has been accepted: the intent is stored first.
     *
     * @param fingerprint of the request's body; another one under the same pledge id is refused
     * @param payment our id of the payment to start, unique for ever
     * @param loan lend it instead of giving it
     * @param rewardWaived do without the tier's reward
     * @param reviewReasons why somebody should look at it before the verdict; none in most cases
     */
    record PlacePledge(
            Instant at,
            String pledge,
            String backer,
            @Nullable String organisation,
            BackerKind backerKind,
            Money amount,
            @Nullable String tier,
            Visibility visibility,
            String fingerprint,
            String payment,
            Duration hold,
            boolean loan,
            boolean rewardWaived,
            List<String> reviewReasons)
            implements Command {

        public PlacePledge {
            reviewReasons = List.copyOf(reviewReasons);
        }
    }

    /**
     * The provider captured money. For a pledge that no longer waits for it (or a second time, or another amount) the
     * money is booked and its refund becomes due.
     *
     * @param payment the id given when it was asked for, or the provider's own for a payment that nobody asked for
     * @param fee what the provider keeps of it, zero or more
     * @param reversibleUntil until when its payer may take it back without a reason, as with a direct debit
     */
    record PaymentConfirmed(
            Instant at,
            String pledge,
            String payment,
            Money captured,
            Money fee,
            @Nullable Instant reversibleUntil) implements Command {}

    record PaymentDeclined(Instant at, String pledge, String payment, String reason) implements Command {}

    /** The provider timed out or is still working on it: the hold waits for it beyond its time. */
    record PaymentUnknown(Instant at, String pledge, String payment) implements Command {}

    /** The provider was asked and knows of no payment under way; the hold's time is over. */
    record ExpireHold(Instant at, String pledge) implements Command {}

    /** By the backer. The caller has checked that it is theirs. */
    record CancelPledge(Instant at, String pledge) implements Command {}

    /**
     * Another amount, tier or word about the reward, by the backer, while the campaign is live. More money is held like
     * a new pledge until its payment is confirmed; less is owed back at once.
     *
     * @param change this change's id, derived as a pledge's is
     * @param amount of the whole pledge afterwards
     * @param payment our id of the payment of the difference, if there is one to collect
     */
    record ChangePledge(
            Instant at,
            String change,
            String pledge,
            Money amount,
            @Nullable String tier,
            boolean rewardWaived,
            String fingerprint,
            String payment,
            Duration hold)
            implements Command {}

    /**
     * Cash that was handed to a territory's agent; it counts when another person has confirmed it.
     *
     * @param confirmWithin after which it is forgotten
     */
    record EnterOfflinePledge(
            Instant at,
            String pledge,
            Money amount,
            @Nullable String tier,
            boolean rewardWaived,
            Visibility visibility,
            String fingerprint,
            String enteredBy,
            Duration confirmWithin)
            implements Command {}

    record ConfirmOfflinePledge(Instant at, String pledge, String confirmedBy) implements Command {}

    record RejectOfflinePledge(Instant at, String pledge, String by) implements Command {}

    /** A reviewer found nothing wrong with it. */
    record ClearPledge(Instant at, String pledge, String by) implements Command {}

    /** A reviewer takes it out of the campaign; its money goes back. */
    record RefusePledge(Instant at, String pledge, String by) implements Command {}

    /** The owner has no more of a reward to give than was promised. What the campaign froze at its launch stays. */
    record CloseTier(Instant at, String tier) implements Command {}

    record ReachDeadline(Instant at) implements Command {}

    /** Asks for the verdict of a closing campaign; after the limit of closing what is still open ends first. */
    record ResolveClosing(Instant at) implements Command {}

    record SuspendCampaign(Instant at, String reason) implements Command {}

    record ResumeCampaign(Instant at) implements Command {}

    record CancelCampaign(Instant at, String reason) implements Command {}

    record RefundSucceeded(Instant at, String refund) implements Command {}

    record RefundFailed(Instant at, String refund, int attempt, String failure) implements Command {}

    record RetryRefund(Instant at, String refund) implements Command {}

    /** An operator gave the money back outside the provider: a refund that failed for good, or cash. */
    record RefundByHand(Instant at, String refund, String reference, String by) implements Command {}

    record PayoutSucceeded(Instant at, String payout, int attempt, String reference) implements Command {}

    record PayoutFailed(Instant at, String payout, int attempt, String failure) implements Command {}

    record RetryPayout(Instant at, String payout) implements Command {}

    /** The payee's bank sent the money of the payout's attempt back. */
    record PayoutReturned(Instant at, String payout, int attempt, String failure) implements Command {}

    /** The operator gave the owner the part of the net that came as cash. */
    record HandOverCash(Instant at, String by, String reference) implements Command {}

    /** @param fee what the provider asks for the dispute, zero or more */
    record DisputeOpened(Instant at, String dispute, String pledge, String payment, Money amount, Money fee)
            implements Command {}

    record DisputeWon(Instant at, String dispute) implements Command {}

    record DisputeLost(Instant at, String dispute) implements Command {}

    /**
     * A sponsor's money for this campaign. It is with the provider already.
     *
     * @param granted all that was granted so far under this id, so that repetitions and lost messages do no harm
     */
    record GrantAllowance(Instant at, String allowance, String fund, Money granted, MatchRule rule)
            implements Command {}

    /** No further pledge is matched; what stands beside pledges stays. */
    record CloseAllowance(Instant at, String allowance) implements Command {}

    /**
     * The owner repaid something of the loans; the money is with the provider.
     *
     * @param receivedOn the day on the statement that shows it, if it was said
     */
    record ReceiveRepayment(
            Instant at,
            String repayment,
            Money amount,
            String reference,
            @Nullable LocalDate receivedOn) implements Command {}

    record LenderRepaid(Instant at, String repayment, String payment, String reference) implements Command {}

    record LenderRepaymentFailed(Instant at, String repayment, String payment, int attempt, String failure)
            implements Command {}

    record RetryLenderRepayment(Instant at, String repayment, String payment) implements Command {}

    /** Instalments whose day has passed are noted as overdue. */
    record MarkArrears(Instant at) implements Command {}
}
