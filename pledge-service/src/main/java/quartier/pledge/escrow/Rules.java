package quartier.pledge.escrow;

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
        if (decision instanceof Decision.Accepted accepted) {
            List<Event> events = Consequences.of(escrow, accepted.events());
            return events.size() == accepted.events().size() ? accepted : accepted(events);
        }
        return decision;
    }

    private static Decision decideOpen(Escrow escrow, Command command) {
        return switch (command) {
            case Command.OpenCampaign c -> CampaignRules.open(escrow.campaign, escrow, c);
            case Command.PlacePledge c -> PledgeRules.place(escrow, c);
            case Command.CancelPledge c -> PledgeRules.cancel(escrow, c);
            case Command.ExpireHold c -> PledgeRules.expire(escrow, c);
            case Command.ChangePledge c -> ChangeRules.change(escrow, c);
            case Command.EnterOfflinePledge c -> OfflineRules.enter(escrow, c);
            case Command.ConfirmOfflinePledge c -> OfflineRules.confirm(escrow, c);
            case Command.RejectOfflinePledge c -> OfflineRules.reject(escrow, c);
            case Command.ClearPledge c -> ReviewRules.clear(escrow, c);
            case Command.RefusePledge c -> ReviewRules.refuse(escrow, c);
            case Command.PaymentConfirmed c -> PaymentRules.confirm(escrow, c);
            case Command.PaymentDeclined c -> PaymentRules.decline(escrow, c);
            case Command.PaymentUnknown c -> PaymentRules.await(escrow, c);
            case Command.CloseTier c -> CampaignRules.closeTier(escrow, c);
            case Command.ReachDeadline c -> CampaignRules.reachDeadline(escrow, c);
            case Command.ResolveClosing c -> CampaignRules.resolve(escrow, c);
            case Command.SuspendCampaign c -> CampaignRules.suspend(escrow, c);
            case Command.ResumeCampaign c -> CampaignRules.resume(escrow, c);
            case Command.CancelCampaign c -> CampaignRules.cancel(escrow, c);
            case Command.RefundSucceeded c -> SettlementRules.refunded(escrow, c);
            case Command.RefundFailed c -> SettlementRules.refundFailed(escrow, c);
            case Command.RetryRefund c -> SettlementRules.retryRefund(escrow, c);
            case Command.RefundByHand c -> SettlementRules.refundByHand(escrow, c);
            case Command.PayoutSucceeded c -> PayoutRules.paidOut(escrow, c);
            case Command.PayoutFailed c -> PayoutRules.failed(escrow, c);
            case Command.RetryPayout c -> PayoutRules.retry(escrow, c);
            case Command.PayoutReturned c -> PayoutRules.cameBack(escrow, c);
            case Command.HandOverCash c -> PayoutRules.handOver(escrow, c);
            case Command.DisputeOpened c -> DisputeRules.open(escrow, c);
            case Command.DisputeWon c -> DisputeRules.won(escrow, c);
            case Command.DisputeLost c -> DisputeRules.lost(escrow, c);
            case Command.GrantAllowance c -> MatchRules.grant(escrow, c);
            case Command.CloseAllowance c -> MatchRules.close(escrow, c);
            case Command.ReceiveRepayment c -> LoanRules.receive(escrow, c);
            case Command.LenderRepaid c -> LoanRules.repaid(escrow, c);
            case Command.LenderRepaymentFailed c -> LoanRules.failed(escrow, c);
            case Command.RetryLenderRepayment c -> LoanRules.retry(escrow, c);
            case Command.MarkArrears c -> LoanRules.markArrears(escrow, c);
        };
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
        return events.isEmpty() ? NOTHING_NEW : new Decision.Accepted(events, Bookkeeping.transactionOf(events));
    }
}
