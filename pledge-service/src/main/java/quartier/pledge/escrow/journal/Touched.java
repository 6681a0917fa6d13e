package quartier.pledge.escrow.journal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Event;

/**
 * The pledges whose projections some events change.
 *
 * @param all every pledge of the campaign
 */
record Touched(boolean all, Set<String> pledges) {

    static Touched by(List<Event> events) {
        boolean all = false;
        Set<String> pledges = new HashSet<>();
        for (Event event : events) {
            switch (event) {
                case Event.PledgePlaced e -> pledges.add(e.promise().pledge());
                case Event.PaymentAwaited e -> pledges.add(e.pledge());
                case Event.PledgeConfirmed e -> pledges.add(e.pledge());
                case Event.PledgeDeclined e -> pledges.add(e.pledge());
                case Event.HoldExpired e -> pledges.add(e.pledge());
                case Event.PledgeCancelled e -> pledges.add(e.pledge());
                case Event.StrayMoneyReceived e -> pledges.add(e.money().pledge());
                case Event.Refunded e -> pledges.add(e.money().pledge());
                case Event.RefundRefused e -> pledges.add(e.money().pledge());
                case Event.RefundRetried e -> pledges.add(e.money().pledge());
                case Event.RefundSetOff e -> pledges.add(e.money().pledge());
                case Event.CampaignNotFunded ignored -> all = true;
                case Event.CampaignCancelled ignored -> all = true;
                case Event.OfflineConfirmed e -> pledges.add(e.pledge());
                case Event.IncreaseHeld e -> pledges.add(e.wanted().pledge());
                case Event.PledgeIncreased e -> pledges.add(e.pledge());
                case Event.IncreaseEnded e -> pledges.add(e.pledge());
                case Event.PledgeChanged e -> pledges.add(e.promise().pledge());
                case Event.PledgeFlagged e -> pledges.add(e.pledge());
                case Event.PledgeCleared e -> pledges.add(e.pledge());
                case Event.PledgeTurnedAway e -> pledges.add(e.pledge());
                case Event.RefundedByHand e -> pledges.add(e.money().pledge());
                case Event.MoneyDisputed e -> pledges.add(e.dispute().pledge());
                case Event.DisputeResolved e -> pledges.add(e.dispute().pledge());
                case Event.Matched e -> addUnlessNull(pledges, e.pledge());
                case Event.MatchReturned e -> addUnlessNull(pledges, e.pledge());
                case Event.PledgeRefused ignored -> {}
                case Event.CampaignOpened ignored -> {}
                case Event.CampaignSuspended ignored -> {}
                case Event.CampaignResumed ignored -> {}
                case Event.TierClosed ignored -> {}
                case Event.CampaignClosing ignored -> {}
                case Event.CampaignFunded ignored -> {}
                case Event.PaidOut ignored -> {}
                case Event.PayoutRefused ignored -> {}
                case Event.PayoutRetried ignored -> {}
                case Event.PayoutCameBack ignored -> {}
                case Event.CashHandedOver ignored -> {}
                case Event.AllowanceGranted ignored -> {}
                case Event.AllowanceClosed ignored -> {}
                case Event.AllowanceReleased ignored -> {}
                case Event.LoansGranted ignored -> {}
                case Event.InstalmentOverdue ignored -> {}
                case Event.RepaymentReceived ignored -> {}
                case Event.LenderRepaid ignored -> {}
                case Event.LenderRepaymentRefused ignored -> {}
                case Event.LenderRepaymentRetried ignored -> {}
                case Event.LenderRepaymentSetOff ignored -> {}
                case Event.CampaignSettled ignored -> {}
            }
        }
        return new Touched(all, Set.copyOf(pledges));
    }

    private static void addUnlessNull(Set<String> pledges, @Nullable String pledge) {
        if (pledge != null) {
            pledges.add(pledge);
        }
    }
}
