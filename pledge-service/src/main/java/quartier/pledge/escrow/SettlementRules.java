package quartier.pledge.escrow;

/** Refunds: each is due, then done or refused, and never made twice. */
final class SettlementRules {

    private SettlementRules() {}

    /** Whether the outcome is decided and nobody is owed anything. */
    static boolean isComplete(Escrow escrow) {
        return escrow.state.isOver()
                && escrow.refundsDue.isEmpty()
                && escrow.cashRefunds.isEmpty()
                && escrow.failedRefunds.isEmpty()
                && escrow.cashDue == 0
                && escrow.payouts().allMatch(Payout.Done.class::isInstance);
    }

    static Decision refunded(Escrow escrow, Command.RefundSucceeded command) {
        return switch (escrow.refunds.get(command.refund())) {
            case null -> Rules.rejected(new Rejection.UnknownRefund());
            // A refused refund that succeeds all the same: the provider's words came in another order.
            case Refund.Due due -> Rules.accepted(new Event.Refunded(command.at(), due.of()));
            case Refund.Failed failed -> Rules.accepted(new Event.Refunded(command.at(), failed.of()));
            case Refund.Done ignored -> Rules.nothingNew();
            case Refund.ChargedBack ignored -> Rules.rejected(new Rejection.RefundAlreadyDone());
        };
    }

    static Decision refundFailed(Escrow escrow, Command.RefundFailed command) {
        return switch (escrow.refunds.get(command.refund())) {
            case null -> Rules.rejected(new Rejection.UnknownRefund());
            case Refund.Due due
            when due.attempt() == command.attempt() ->
                Rules.accepted(new Event.RefundRefused(command.at(), due.of(), command.attempt(), command.failure()));
            case Refund.Due ignored -> Rules.nothingNew();
            case Refund.Failed ignored -> Rules.nothingNew();
            case Refund.Done ignored -> Rules.rejected(new Rejection.RefundAlreadyDone());
            // It may be this refusal that ended it, because of a lost dispute.
            case Refund.ChargedBack ignored -> Rules.nothingNew();
        };
    }

    static Decision retryRefund(Escrow escrow, Command.RetryRefund command) {
        return switch (escrow.refunds.get(command.refund())) {
            case null -> Rules.rejected(new Rejection.UnknownRefund());
            case Refund.Failed failed ->
                Rules.accepted(new Event.RefundRetried(command.at(), failed.of(), failed.attempt() + 1));
            case Refund.Due ignored -> Rules.nothingNew();
            case Refund.Done ignored -> Rules.rejected(new Rejection.RefundAlreadyDone());
            case Refund.ChargedBack ignored -> Rules.rejected(new Rejection.RefundAlreadyDone());
        };
    }

    static Decision refundByHand(Escrow escrow, Command.RefundByHand command) {
        return switch (escrow.refunds.get(command.refund())) {
            case null -> Rules.rejected(new Rejection.UnknownRefund());
            case Refund.Failed failed -> byHand(command, failed.of());
            case Refund.Due due ->
                isCash(escrow, due.of()) ? byHand(command, due.of()) : Rules.rejected(new Rejection.RefundStillDue());
            case Refund.Done done ->
                command.reference().equals(done.reference())
                        ? Rules.nothingNew()
                        : Rules.rejected(new Rejection.RefundAlreadyDone());
            case Refund.ChargedBack ignored -> Rules.rejected(new Rejection.RefundAlreadyDone());
        };
    }

    private static Decision byHand(Command.RefundByHand command, Returned money) {
        return Rules.accepted(new Event.RefundedByHand(command.at(), money, command.reference(), command.by()));
    }

    private static boolean isCash(Escrow escrow, Returned money) {
        Pledge pledge = escrow.pledges.get(money.pledge());
        return pledge != null && pledge.promise().isOffline();
    }
}
