package quartier.pledge.escrow.journal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
                case Event.CampaignNotFunded ignored -> all = true;
                case Event.CampaignCancelled ignored -> all = true;
                case Event.PledgeRefused ignored -> {}
                case Event.CampaignOpened ignored -> {}
                case Event.CampaignSuspended ignored -> {}
                case Event.CampaignResumed ignored -> {}
                case Event.CampaignClosing ignored -> {}
                case Event.CampaignFunded ignored -> {}
                case Event.PaidOut ignored -> {}
                case Event.PayoutRefused ignored -> {}
                case Event.PayoutRetried ignored -> {}
                case Event.CampaignSettled ignored -> {}
            }
        }
        return new Touched(all, Set.copyOf(pledges));
    }
}
