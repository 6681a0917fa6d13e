package quartier.pledge.escrow;

import java.util.List;

/** Payouts: each is due, then done or refused, and never made twice; what comes back is owed again. */
final class PayoutRules {

    private PayoutRules() {}

    static Decision paidOut(Escrow escrow, Command.PayoutSucceeded command) {
        return switch (escrow.payouts.get(command.payout())) {
            case null -> Rules.rejected(new Rejection.NoSuchPayout());
            case Payout.Due due -> paidOut(command, due);
            // A refused payout that succeeds all the same: the provider's words came in another order.
            case Payout.Failed failed -> paidOut(command, failed);
            case Payout.CameBack ignored -> Rules.nothingNew();
            case Payout.Done ignored -> Rules.nothingNew();
        };
    }

    private static Decision paidOut(Command.PayoutSucceeded command, Payout payout) {
        return payout.attempt() == command.attempt()
                ? Rules.accepted(new Event.PaidOut(
                        command.at(), payout.amountMinorUnits(), command.reference(), payout.id(), payout.attempt()))
                : Rules.nothingNew();
    }

    static Decision failed(Escrow escrow, Command.PayoutFailed command) {
        return switch (escrow.payouts.get(command.payout())) {
            case null -> Rules.rejected(new Rejection.NoSuchPayout());
            case Payout.Due due
            when due.attempt() == command.attempt() ->
                Rules.accepted(
                        new Event.PayoutRefused(command.at(), command.attempt(), command.failure(), command.payout()));
            case Payout.Due ignored -> Rules.nothingNew();
            case Payout.Failed ignored -> Rules.nothingNew();
            case Payout.CameBack ignored -> Rules.nothingNew();
            case Payout.Done ignored -> Rules.rejected(new Rejection.NoSuchPayout());
        };
    }

    static Decision retry(Escrow escrow, Command.RetryPayout command) {
        return switch (escrow.payouts.get(command.payout())) {
            case null -> Rules.rejected(new Rejection.NoSuchPayout());
            case Payout.Failed failed -> retry(command, failed);
            case Payout.CameBack cameBack -> retry(command, cameBack);
            case Payout.Due ignored -> Rules.nothingNew();
            case Payout.Done ignored -> Rules.rejected(new Rejection.NoSuchPayout());
        };
    }

    private static Decision retry(Command.RetryPayout command, Payout payout) {
        return Rules.accepted(new Event.PayoutRetried(command.at(), payout.attempt() + 1, payout.id()));
    }

    static Decision cameBack(Escrow escrow, Command.PayoutReturned command) {
        Payout payout = escrow.payouts.get(command.payout());
        if (payout == null || command.attempt() > payout.attempt()) {
            return Rules.rejected(new Rejection.NoSuchPayout());
        }
        if (command.attempt() < payout.attempt() || payout instanceof Payout.CameBack) {
            return Rules.nothingNew();
        }
        Event cameBack = new Event.PayoutCameBack(
                command.at(), payout.id(), payout.amountMinorUnits(), payout.attempt(), command.failure());
        if (payout instanceof Payout.Done) {
            return Rules.accepted(cameBack);
        }
        // It came back before anybody had told that it went: the ledger has both.
        Event paid = new Event.PaidOut(
                command.at(), payout.amountMinorUnits(), command.failure(), payout.id(), payout.attempt());
        return Rules.accepted(List.of(paid, cameBack));
    }

    static Decision handOver(Escrow escrow, Command.HandOverCash command) {
        if (escrow.cashDue > 0) {
            return Rules.accepted(
                    new Event.CashHandedOver(command.at(), escrow.cashDue, command.by(), command.reference()));
        }
        return escrow.split != null && escrow.totals.offline() > 0
                ? Rules.nothingNew()
                : Rules.rejected(new Rejection.NoSuchPayout());
    }
}
