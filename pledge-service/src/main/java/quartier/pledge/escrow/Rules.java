package quartier.pledge.escrow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command does to an escrow: a pure function. The same escrow and command always give the same decision, and a
 * command whose effect is there already is accepted without events.
 */
public final class Rules {

    private static final Decision NOTHING_NEW = new Decision.Accepted(List.of(), null);

    private Rules() {}

    /**
     * @param escrow null before the campaign was opened
     * @throws IllegalArgumentException when the command can't have been meant, such as a fee above its payment
     */
    public static Decision decide(String campaign, @Nullable Escrow escrow, Command command) {
        if (command instanceof Command.OpenCampaign open) {
            return CampaignRules.open(campaign, escrow, open);
        }
        if (escrow == null) {
            return rejected(new Rejection.CampaignNotOpen());
        }
        Decision decision = decideOpen(escrow, command);
        return decision instanceof Decision.Accepted accepted ? withConsequences(escrow, accepted) : decision;
    }

    private static Decision decideOpen(Escrow escrow, Command command) {
        return switch (command) {
            case Command.OpenCampaign c -> CampaignRules.open(escrow.campaign, escrow, c);
            case Command.PlacePledge c -> PledgeRules.place(escrow, c);
            case Command.CancelPledge c -> PledgeRules.cancel(escrow, c);
            case Command.ExpireHold c -> PledgeRules.expire(escrow, c);
            case Command.PaymentConfirmed c -> PaymentRules.confirm(escrow, c);
            case Command.PaymentDeclined c -> PaymentRules.decline(escrow, c);
            case Command.PaymentUnknown c -> PaymentRules.await(escrow, c);
            case Command.ReachDeadline c -> CampaignRules.reachDeadline(escrow, c);
            case Command.ResolveClosing c -> CampaignRules.resolve(escrow, c);
            case Command.SuspendCampaign c -> CampaignRules.suspend(escrow, c);
            case Command.ResumeCampaign c -> CampaignRules.resume(escrow, c);
            case Command.CancelCampaign c -> CampaignRules.cancel(escrow, c);
            case Command.RefundSucceeded c -> SettlementRules.refunded(escrow, c);
            case Command.RefundFailed c -> SettlementRules.refundFailed(escrow, c);
            case Command.RetryRefund c -> SettlementRules.retryRefund(escrow, c);
            case Command.PayoutSucceeded c -> SettlementRules.paidOut(escrow, c);
            case Command.PayoutFailed c -> SettlementRules.payoutFailed(escrow, c);
            case Command.RetryPayout c -> SettlementRules.retryPayout(escrow, c);
        };
    }

    /** The verdict follows in the same decision as soon as nothing is held, the settlement's end as nothing is owed. */
    private static Decision withConsequences(Escrow before, Decision.Accepted accepted) {
        List<Event> events = new ArrayList<>(accepted.events());
        if (events.isEmpty()) {
            return accepted;
        }
        boolean closes = before.state == CampaignState.CLOSING || events.getLast() instanceof Event.CampaignClosing;
        boolean ends = before.state.isOver() || events.getLast() instanceof Event.CampaignCancelled;
        if (!closes && !ends) {
            return accepted;
        }
        Escrow after = before;
        for (Event event : accepted.events()) {
            after = Evolution.evolve(after, event);
        }
        if (after.state == CampaignState.CLOSING && after.holds.isEmpty()) {
            Event verdict = CampaignRules.verdict(after, events.getLast().at());
            events.add(verdict);
            after = Evolution.evolve(after, verdict);
        }
        if (SettlementRules.isComplete(after) && !after.settled) {
            events.add(new Event.CampaignSettled(events.getLast().at(), after.totals.refunds()));
        }
        return accepted(events);
    }

    static Decision rejected(Rejection reason) {
        return new Decision.Rejected(reason, List.of());
    }

    static Decision nothingNew() {
        return NOTHING_NEW;
    }

    static Decision accepted(Event event) {
        return accepted(List.of(event));
    }

    static Decision accepted(List<Event> events) {
        return new Decision.Accepted(events, Bookkeeping.transactionOf(events));
    }
}
