package quartier.pledge.escrow.journal;

import java.util.HashMap;
import java.util.Map;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.MatchRule;
import quartier.pledge.escrow.Payout;
import quartier.pledge.escrow.Pledge;
import quartier.pledge.escrow.Refund;
import quartier.pledge.escrow.Rejection;
import quartier.pledge.escrow.RepaymentPart;

/** The names under which sealed types' records are stored; a name once used is never used for something else. */
final class Tags {

    static final Map<Class<?>, String> JOURNAL = Map.ofEntries(
            Map.entry(Event.CampaignOpened.class, "opened"),
            Map.entry(Event.PledgePlaced.class, "placed"),
            Map.entry(Event.PledgeRefused.class, "refused"),
            Map.entry(Event.PaymentAwaited.class, "awaited"),
            Map.entry(Event.PledgeConfirmed.class, "confirmed"),
            Map.entry(Event.PledgeDeclined.class, "declined"),
            Map.entry(Event.HoldExpired.class, "expired"),
            Map.entry(Event.PledgeCancelled.class, "withdrawn"),
            Map.entry(Event.StrayMoneyReceived.class, "stray"),
            Map.entry(Event.CampaignSuspended.class, "suspended"),
            Map.entry(Event.CampaignResumed.class, "resumed"),
            Map.entry(Event.TierClosed.class, "tier_closed"),
            Map.entry(Event.CampaignClosing.class, "closing"),
            Map.entry(Event.CampaignFunded.class, "funded"),
            Map.entry(Event.CampaignNotFunded.class, "not_funded"),
            Map.entry(Event.CampaignCancelled.class, "cancelled"),
            Map.entry(Event.Refunded.class, "refunded"),
            Map.entry(Event.RefundRefused.class, "refund_refused"),
            Map.entry(Event.RefundRetried.class, "refund_retried"),
            Map.entry(Event.RefundSetOff.class, "refund_set_off"),
            Map.entry(Event.PaidOut.class, "paid_out"),
            Map.entry(Event.PayoutRefused.class, "payout_refused"),
            Map.entry(Event.PayoutRetried.class, "payout_retried"),
            Map.entry(Event.OfflineConfirmed.class, "offline_confirmed"),
            Map.entry(Event.IncreaseHeld.class, "increase_held"),
            Map.entry(Event.PledgeIncreased.class, "increased"),
            Map.entry(Event.IncreaseEnded.class, "increase_ended"),
            Map.entry(Event.PledgeChanged.class, "changed"),
            Map.entry(Event.PledgeFlagged.class, "flagged"),
            Map.entry(Event.PledgeCleared.class, "cleared"),
            Map.entry(Event.PledgeTurnedAway.class, "turned_away"),
            Map.entry(Event.RefundedByHand.class, "refunded_by_hand"),
            Map.entry(Event.PayoutCameBack.class, "payout_came_back"),
            Map.entry(Event.CashHandedOver.class, "cash_handed_over"),
            Map.entry(Event.MoneyDisputed.class, "disputed"),
            Map.entry(Event.DisputeResolved.class, "dispute_resolved"),
            Map.entry(Event.AllowanceGranted.class, "allowance_granted"),
            Map.entry(Event.AllowanceClosed.class, "allowance_closed"),
            Map.entry(Event.AllowanceReleased.class, "allowance_released"),
            Map.entry(Event.Matched.class, "matched"),
            Map.entry(Event.MatchReturned.class, "match_returned"),
            Map.entry(Event.LoansGranted.class, "loans_granted"),
            Map.entry(Event.InstalmentOverdue.class, "instalment_overdue"),
            Map.entry(Event.RepaymentReceived.class, "repayment_received"),
            Map.entry(Event.LenderRepaid.class, "lender_repaid"),
            Map.entry(Event.LenderRepaymentRefused.class, "lender_repayment_refused"),
            Map.entry(Event.LenderRepaymentRetried.class, "lender_repayment_retried"),
            Map.entry(Event.LenderRepaymentSetOff.class, "lender_repayment_set_off"),
            Map.entry(Event.CampaignSettled.class, "settled"),
            Map.entry(Rejection.CampaignNotOpen.class, "campaign_not_open"),
            Map.entry(Rejection.OpenedWithOtherTerms.class, "opened_with_other_terms"),
            Map.entry(Rejection.CampaignNotLive.class, "campaign_not_live"),
            Map.entry(Rejection.AfterDeadline.class, "after_deadline"),
            Map.entry(Rejection.DeadlineNotReached.class, "deadline_not_reached"),
            Map.entry(Rejection.PaymentsUnknown.class, "payments_unknown"),
            Map.entry(Rejection.AmountNotPositive.class, "amount_not_positive"),
            Map.entry(Rejection.WrongCurrency.class, "wrong_currency"),
            Map.entry(Rejection.UnknownTier.class, "unknown_tier"),
            Map.entry(Rejection.BelowTier.class, "below_tier"),
            Map.entry(Rejection.TierSoldOut.class, "tier_sold_out"),
            Map.entry(Rejection.TierClosed.class, "tier_is_closed"),
            Map.entry(Rejection.OverCap.class, "over_cap"),
            Map.entry(Rejection.KindNotAllowed.class, "kind_not_allowed"),
            Map.entry(Rejection.PublicBodyMayNotPledge.class, "public_body"),
            Map.entry(Rejection.IdempotencyKeyReused.class, "idempotency_key_reused"),
            Map.entry(Rejection.UnknownPledge.class, "unknown_pledge"),
            Map.entry(Rejection.NotCancellable.class, "not_cancellable"),
            Map.entry(Rejection.HoldNotExpired.class, "hold_not_expired"),
            Map.entry(Rejection.UnknownRefund.class, "unknown_refund"),
            Map.entry(Rejection.RefundAlreadyDone.class, "refund_already_done"),
            Map.entry(Rejection.NotChangeable.class, "not_changeable"),
            Map.entry(Rejection.OnlyPersonsMayLend.class, "only_persons_may_lend"),
            Map.entry(Rejection.LoanHasNoReward.class, "loan_has_no_reward"),
            Map.entry(Rejection.OverLoanLimit.class, "over_loan_limit"),
            Map.entry(Rejection.NeedsAnotherPerson.class, "needs_another_person"),
            Map.entry(Rejection.NotWaiting.class, "not_waiting"),
            Map.entry(Rejection.NotUnderReview.class, "not_under_review"),
            Map.entry(Rejection.RefundStillDue.class, "refund_still_due"),
            Map.entry(Rejection.UnknownDispute.class, "unknown_dispute"),
            Map.entry(Rejection.DisputeClosed.class, "dispute_closed"),
            Map.entry(Rejection.UnknownAllowance.class, "unknown_allowance"),
            Map.entry(Rejection.AllowanceDiffers.class, "allowance_differs"),
            Map.entry(Rejection.NoLoans.class, "no_loans"),
            Map.entry(Rejection.MoreThanOwed.class, "more_than_owed"),
            Map.entry(Rejection.UnknownRepayment.class, "unknown_repayment"),
            Map.entry(MatchRule.Proportional.class, "proportional"),
            Map.entry(MatchRule.LumpSum.class, "lump_sum"),
            Map.entry(Rejection.NoSuchPayout.class, "no_such_payout"));

    /** A snapshot also has what the journal only tells the beginnings and ends of. */
    static final Map<Class<?>, String> SNAPSHOT = with(Map.ofEntries(
            Map.entry(Pledge.Held.class, "pledge_held"),
            Map.entry(Pledge.Confirmed.class, "pledge_confirmed"),
            Map.entry(Pledge.Changing.class, "pledge_changing"),
            Map.entry(Pledge.Declined.class, "pledge_declined"),
            Map.entry(Pledge.Expired.class, "pledge_expired"),
            Map.entry(Pledge.Cancelled.class, "pledge_cancelled"),
            Map.entry(Pledge.Disputed.class, "pledge_disputed"),
            Map.entry(Refund.Due.class, "refund_due"),
            Map.entry(Refund.Failed.class, "refund_failed"),
            Map.entry(Refund.Done.class, "refund_done"),
            Map.entry(Refund.ChargedBack.class, "refund_charged_back"),
            Map.entry(Payout.Due.class, "payout_due"),
            Map.entry(Payout.Failed.class, "payout_failed"),
            Map.entry(Payout.CameBack.class, "payout_back"),
            Map.entry(Payout.Done.class, "payout_done"),
            Map.entry(RepaymentPart.Due.class, "part_due"),
            Map.entry(RepaymentPart.Failed.class, "part_failed"),
            Map.entry(RepaymentPart.Done.class, "part_done"),
            Map.entry(RepaymentPart.ChargedBack.class, "part_charged_back")));

    private Tags() {}

    private static Map<Class<?>, String> with(Map<Class<?>, String> states) {
        Map<Class<?>, String> all = new HashMap<>(JOURNAL);
        all.putAll(states);
        return Map.copyOf(all);
    }
}
