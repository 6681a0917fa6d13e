package quartier.pledge.escrow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened to a campaign's money. The journal keeps these for ever: components are added, never changed. */
public sealed interface Event {

    Instant at();

    record CampaignOpened(Instant at, String campaign, String owner, Terms terms) implements Event {}

    record PledgePlaced(Instant at, Promise promise, Instant holdUntil) implements Event {}

    /** Remembered, so that the same request is answered the same for as long as the answer could differ. */
    record PledgeRefused(Instant at, String pledge, String backer, String fingerprint, Rejection reason)
            implements Event {}

    record PaymentAwaited(Instant at, String pledge) implements Event {}

    record PledgeConfirmed(
            Instant at,
            String pledge,
            long amountMinorUnits,
            long feeMinorUnits,
            @Nullable Instant reversibleUntil) implements Event {}

    /** Cash: seen by two people. */
    record OfflineConfirmed(Instant at, String pledge, long amountMinorUnits, String confirmedBy) implements Event {}

    record PledgeDeclined(Instant at, String pledge, String reason) implements Event {}

    record HoldExpired(Instant at, String pledge) implements Event {}

    record PledgeCancelled(Instant at, String pledge) implements Event {}

    /** The difference is being paid; until then the pledge counts as before. */
    record IncreaseHeld(
            Instant at, String change, String fingerprint, Promise wanted, String payment, Instant holdUntil)
            implements Event {}

    record PledgeIncreased(
            Instant at,
            String pledge,
            String payment,
            long amountMinorUnits,
            long feeMinorUnits,
            @Nullable Instant reversibleUntil)
            implements Event {}

    /** The difference was not paid: the pledge is as it was. */
    record IncreaseEnded(Instant at, String pledge, String reason) implements Event {}

    /** Changed without a payment; what it is smaller is owed back. */
    record PledgeChanged(Instant at, String change, String fingerprint, Promise promise, List<Returned> returned)
            implements Event {
        public PledgeChanged {
            returned = List.copyOf(returned);
        }
    }

    record PledgeFlagged(Instant at, String pledge, List<String> reasons) implements Event {
        public PledgeFlagged {
            reasons = List.copyOf(reasons);
        }
    }

    record PledgeCleared(Instant at, String pledge, String by) implements Event {}

    record PledgeTurnedAway(Instant at, String pledge, String by) implements Event {}

    /** Money came that no pledge waits for; its refund is due. */
    record StrayMoneyReceived(Instant at, Returned money, long feeMinorUnits) implements Event {}

    record CampaignSuspended(Instant at, String reason) implements Event {}

    record CampaignResumed(Instant at) implements Event {}

    /** New pledges don't take its reward any more; those that have it keep it. For ever: a tier is not opened again. */
    record TierClosed(Instant at, String tier) implements Event {}

    record CampaignClosing(Instant at) implements Event {}

    /**
     * The verdict: every confirmed pledge counts, and the split is owed.
     *
     * @param reserve what of the net waits because it may still be taken back
     * @param reserveUntil when it has waited long enough
     * @param cash what of the net is not with the provider, and is handed over by the operator
     */
    record CampaignFunded(
            Instant at,
            int backers,
            Split split,
            long reserve,
            @Nullable Instant reserveUntil,
            long cash) implements Event {}

    /** The verdict: the refund of every confirmed pledge is due. */
    record CampaignNotFunded(Instant at, int backers, long collectedMinorUnits) implements Event {}

    /** Every hold ends and the refund of every confirmed pledge is due. */
    record CampaignCancelled(Instant at, String reason) implements Event {}

    record Refunded(Instant at, Returned money) implements Event {}

    record RefundRefused(Instant at, Returned money, int attempt, String failure) implements Event {}

    record RefundRetried(Instant at, Returned money, int attempt) implements Event {}

    record RefundedByHand(Instant at, Returned money, String reference, String by) implements Event {}

    /**
     * The payer's bank has given that much of it back: a lost dispute that the platform bore is set off against it.
     *
     * @param money as it was owed; what is left of it is due again
     */
    record RefundSetOff(Instant at, Returned money, String dispute, long amountMinorUnits) implements Event {}

    record PaidOut(Instant at, long amountMinorUnits, String reference, String payout, int attempt) implements Event {
        public PaidOut {
            payout = payout != null ? payout : Payout.MAIN;
        }
    }

    record PayoutRefused(Instant at, int attempt, String failure, String payout) implements Event {
        public PayoutRefused {
            payout = payout != null ? payout : Payout.MAIN;
        }
    }

    record PayoutRetried(Instant at, int attempt, String payout) implements Event {
        public PayoutRetried {
            payout = payout != null ? payout : Payout.MAIN;
        }
    }

    record PayoutCameBack(Instant at, String payout, long amountMinorUnits, int attempt, String failure)
            implements Event {}

    record CashHandedOver(Instant at, long amountMinorUnits, String by, String reference) implements Event {}

    /** The payer's bank took the money. */
    record MoneyDisputed(Instant at, Dispute dispute) implements Event {}

    /** @param counts the pledge is back in the campaign; else its money, if the escrow has it, is owed back */
    record DisputeResolved(Instant at, Dispute dispute, boolean counts) implements Event {}

    /** @param added beyond what was granted before */
    record AllowanceGranted(Instant at, String allowance, String fund, long added, MatchRule rule) implements Event {}

    record AllowanceClosed(Instant at, String allowance) implements Event {}

    /** What no pledge can use any more is the fund's again. */
    record AllowanceReleased(Instant at, String allowance, String fund, long amountMinorUnits) implements Event {}

    /** @param pledge null for a lump sum */
    record Matched(
            Instant at,
            String allowance,
            String fund,
            @Nullable String pledge,
            long amountMinorUnits) implements Event {}

    /** @param pledge null for a lump sum, or for everything at the end of a campaign that failed */
    record MatchReturned(
            Instant at,
            String allowance,
            String fund,
            @Nullable String pledge,
            long amountMinorUnits) implements Event {}

    record LoansGranted(Instant at, List<Loans.Loan> loans, List<Loans.Instalment> instalments) implements Event {
        public LoansGranted {
            loans = List.copyOf(loans);
            instalments = List.copyOf(instalments);
        }
    }

    record InstalmentOverdue(Instant at, int n, long unpaidMinorUnits) implements Event {}

    /**
     * @param ofArrears what of it pays instalments that were overdue
     * @param receivedOn the day on the statement that shows it, if it was said
     */
    record RepaymentReceived(
            Instant at,
            String repayment,
            long amountMinorUnits,
            long ofArrears,
            String reference,
            List<Loans.Share> shares,
            @Nullable LocalDate receivedOn)
            implements Event {
        public RepaymentReceived {
            shares = List.copyOf(shares);
        }
    }

    record LenderRepaid(Instant at, RepaymentPart.Done part) implements Event {}

    record LenderRepaymentRefused(Instant at, RepaymentPart.Failed part) implements Event {}

    record LenderRepaymentRetried(Instant at, RepaymentPart.Due part) implements Event {}

    /**
     * The lender's bank has given that much of it back: a lost dispute that the platform bore is set off against it.
     *
     * @param part as it was owed; what is left of it is due again
     */
    record LenderRepaymentSetOff(Instant at, RepaymentPart.Failed part, String dispute, long amountMinorUnits)
            implements Event {}

    /** Nothing is owed to anybody any more. */
    record CampaignSettled(Instant at, int refunds) implements Event {}
}
