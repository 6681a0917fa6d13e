package quartier.pledge.escrow;

/** Refunds and the payout: each is due, then done or refused, and never made twice. */
final class SettlementRules {

    private SettlementRules() {}

    /** Whether the outcome is decided and nobody is owed anything. */
    static boolean isComplete(Escrow escrow) {
        return escrow.state.isOver()
                && escrow.unsettled.isEmpty()
                && (escrow.payout == null || escrow.payout instanceof Payout.Done);
    }

    static Decision refunded(Escrow escrow, Command.RefundSucceeded command) {
        return switch (escrow.refunds.get(command.payment())) {
            case null -> Rules.rejected(new Rejection.UnknownRefund());
            // A refused refund that succeeds all the same: the provider's words came in another order.
            case Refund.Due due -> Rules.accepted(new Event.Refunded(command.at(), due.of()));
            case Refund.Failed failed -> Rules.accepted(new Event.Refunded(command.at(), failed.of()));
            case Refund.Done ignored -> Rules.nothingNew();
        };
    }

    static Decision refundFailed(Escrow escrow, Command.RefundFailed command) {
        return switch (escrow.refunds.get(command.payment())) {
            case null -> Rules.rejected(new Rejection.UnknownRefund());
            case Refund.Due due
            when due.attempt() == command.attempt() ->
                Rules.accepted(new Event.RefundRefused(command.at(), due.of(), command.attempt(), command.failure()));
            case Refund.Due ignored -> Rules.nothingNew();
            case Refund.Failed ignored -> Rules.nothingNew();
            case Refund.Done ignored -> Rules.rejected(new Rejection.RefundAlreadyDone());
        };
    }

    static Decision retryRefund(Escrow escrow, Command.RetryRefund command) {
        return switch (escrow.refunds.get(command.payment())) {
            case null -> Rules.rejected(new Rejection.UnknownRefund());
            case Refund.Failed failed ->
                Rules.accepted(new Event.RefundRetried(command.at(), failed.of(), failed.attempt() + 1));
            case Refund.Due ignored -> Rules.nothingNew();
            case Refund.Done ignored -> Rules.rejected(new Rejection.RefundAlreadyDone());
        };
    }

    static Decision paidOut(Escrow escrow, Command.PayoutSucceeded command) {
        return switch (escrow.payout) {
            case null -> Rules.rejected(new Rejection.NoSuchPayout());
            case Payout.Due due -> paidOut(command, due);
            case Payout.Failed failed -> paidOut(command, failed);
            case Payout.Done ignored -> Rules.nothingNew();
        };
    }

    private static Decision paidOut(Command.PayoutSucceeded command, Payout payout) {
        return Rules.accepted(new Event.PaidOut(command.at(), payout.amountMinorUnits(), command.reference()));
    }

    static Decision payoutFailed(Escrow escrow, Command.PayoutFailed command) {
        return switch (escrow.payout) {
            case null -> Rules.rejected(new Rejection.NoSuchPayout());
            case Payout.Due due
            when due.attempt() == command.attempt() ->
                Rules.accepted(new Event.PayoutRefused(command.at(), command.attempt(), command.failure()));
            case Payout.Due ignored -> Rules.nothingNew();
            case Payout.Failed ignored -> Rules.nothingNew();
            case Payout.Done ignored -> Rules.rejected(new Rejection.NoSuchPayout());
        };
    }

    static Decision retryPayout(Escrow escrow, Command.RetryPayout command) {
        return switch (escrow.payout) {
            case null -> Rules.rejected(new Rejection.NoSuchPayout());
            case Payout.Failed failed -> Rules.accepted(new Event.PayoutRetried(command.at(), failed.attempt() + 1));
            case Payout.Due ignored -> Rules.nothingNew();
            case Payout.Done ignored -> Rules.rejected(new Rejection.NoSuchPayout());
        };
    }
}
