package quartier.pledge.reconciliation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import quartier.pledge.checkout.PaymentId;
import quartier.pledge.escrow.Dispute;
import quartier.pledge.escrow.Entry;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.Page;

/**
 * What a page of the journal says of our money with the provider, movement by movement. The match funds' money and the
 * owners' repayments of loans come to the provider by ways that it does not know under our names: they are not here.
 */
final class LedgerLines {

    private final String campaign;
    private final String currency;
    /** The key of the last payout made, by the payout's id: what comes back bears no other name. */
    private final Map<String, String> payouts;

    private final List<Line> lines = new ArrayList<>();
    private String movement = "";

    /** @param payouts as this page finds them; the page's own are added */
    LedgerLines(String campaign, String currency, Map<String, String> payouts) {
        this.campaign = campaign;
        this.currency = currency;
        this.payouts = payouts;
    }

    List<Line> of(Page page) {
        int place = 0;
        for (Entry entry : page.entries()) {
            for (Event event : entry.events()) {
                movement = campaign + "/" + page.n() + "/" + place++;
                read(event);
            }
        }
        return List.copyOf(lines);
    }

    private void read(Event event) {
        switch (event) {
            case Event.PledgeConfirmed e ->
                add("charge", PaymentId.of(e.pledge()), e.amountMinorUnits() - e.feeMinorUnits(), e.at());
            case Event.PledgeIncreased e ->
                add("charge", e.payment(), e.amountMinorUnits() - e.feeMinorUnits(), e.at());
            case Event.StrayMoneyReceived e ->
                add("charge", e.money().payment(), e.money().amountMinorUnits() - e.feeMinorUnits(), e.at());
            case Event.Refunded e -> add("refund", e.money().id(), -e.money().amountMinorUnits(), e.at());
            case Event.LenderRepaid e ->
                add("refund", e.part().reference(), -e.part().amountMinorUnits(), e.at());
            case Event.PaidOut e -> {
                payouts.put(e.payout(), e.reference());
                add("payout", e.reference(), -e.amountMinorUnits(), e.at());
            }
            case Event.PayoutCameBack e ->
                add("payout", payouts.getOrDefault(e.payout(), e.payout()), e.amountMinorUnits(), e.at());
            case Event.MoneyDisputed(Instant at, Dispute dispute) ->
                add("dispute", dispute.id(), -dispute.amountMinorUnits() - dispute.feeMinorUnits(), at);
            case Event.DisputeResolved e -> {
                if (e.dispute().state() == Dispute.State.WON) {
                    add("dispute", e.dispute().id(), e.dispute().amountMinorUnits(), e.at());
                }
            }
            case Event.CampaignOpened ignored -> {}
            case Event.PledgePlaced ignored -> {}
            case Event.PledgeRefused ignored -> {}
            case Event.PaymentAwaited ignored -> {}
            case Event.OfflineConfirmed ignored -> {}
            case Event.PledgeDeclined ignored -> {}
            case Event.HoldExpired ignored -> {}
            case Event.PledgeCancelled ignored -> {}
            case Event.IncreaseHeld ignored -> {}
            case Event.IncreaseEnded ignored -> {}
            case Event.PledgeChanged ignored -> {}
            case Event.PledgeFlagged ignored -> {}
            case Event.PledgeCleared ignored -> {}
            case Event.PledgeTurnedAway ignored -> {}
            case Event.CampaignSuspended ignored -> {}
            case Event.CampaignResumed ignored -> {}
            case Event.TierClosed ignored -> {}
            case Event.CampaignClosing ignored -> {}
            case Event.CampaignFunded ignored -> {}
            case Event.CampaignNotFunded ignored -> {}
            case Event.CampaignCancelled ignored -> {}
            case Event.RefundRefused ignored -> {}
            case Event.RefundRetried ignored -> {}
            case Event.RefundSetOff ignored -> {}
            case Event.RefundedByHand ignored -> {}
            case Event.PayoutRefused ignored -> {}
            case Event.PayoutRetried ignored -> {}
            case Event.CashHandedOver ignored -> {}
            case Event.AllowanceGranted ignored -> {}
            case Event.AllowanceClosed ignored -> {}
            case Event.AllowanceReleased ignored -> {}
            case Event.Matched ignored -> {}
            case Event.MatchReturned ignored -> {}
            case Event.LoansGranted ignored -> {}
            case Event.InstalmentOverdue ignored -> {}
            case Event.RepaymentReceived ignored -> {}
            case Event.LenderRepaymentRefused ignored -> {}
            case Event.LenderRepaymentRetried ignored -> {}
            case Event.LenderRepaymentSetOff ignored -> {}
            case Event.CampaignSettled ignored -> {}
        }
    }

    private void add(String kind, String reference, long minorUnits, Instant at) {
        lines.add(new Line(kind, reference, currency, campaign, movement, minorUnits, at));
    }
}
