package quartier.pledge.escrow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the provider says of payments: once, twice, late or out of order. */
final class PaymentRules {

    /** Why a pledge is declined whose payment had another amount. */
    static final String WRONG_AMOUNT = "wrong_amount";

    private PaymentRules() {}

    static Decision confirm(Escrow escrow, Command.PaymentConfirmed command) {
        long amount = command.captured().minorUnits();
        long fee = command.fee().minorUnits();
        if (fee < 0
                || fee > amount
                || !command.fee().currency().equals(command.captured().currency())) {
            throw new IllegalArgumentException("a fee is a part of its payment, not " + command.fee());
        }
        if (!command.captured().currency().equals(escrow.terms.currency())) {
            return Rules.rejected(new Rejection.WrongCurrency(escrow.terms.currency()));
        }
        if (amount == 0) {
            return Rules.rejected(new Rejection.AmountNotPositive());
        }
        Pledge pledge = escrow.pledges.get(command.pledge());
        if (isBooked(escrow, pledge, command.payment())) {
            return Rules.nothingNew();
        }
        return pledge instanceof Pledge.Waiting waiting && waiting.payment().equals(command.payment())
                ? confirmWaiting(waiting, command)
                : Rules.accepted(stray(command, reasonToReturn(pledge, command.payment())));
    }

    private static Decision confirmWaiting(Pledge.Waiting waiting, Command.PaymentConfirmed command) {
        long amount = command.captured().minorUnits();
        if (waiting.waitsForMinorUnits() != amount) {
            return Rules.accepted(
                    List.of(failed(waiting, command.at(), WRONG_AMOUNT), stray(command, RefundReason.WRONG_AMOUNT)));
        }
        String pledge = waiting.promise().pledge();
        long fee = command.fee().minorUnits();
        return Rules.accepted(
                switch (waiting) {
                    case Pledge.Held ignored ->
                        new Event.PledgeConfirmed(command.at(), pledge, amount, fee, command.reversibleUntil());
                    case Pledge.Changing ignored ->
                        new Event.PledgeIncreased(
                                command.at(), pledge, command.payment(), amount, fee, command.reversibleUntil());
                });
    }

    private static Event failed(Pledge.Waiting waiting, Instant at, String reason) {
        String pledge = waiting.promise().pledge();
        return switch (waiting) {
            case Pledge.Held ignored -> new Event.PledgeDeclined(at, pledge, reason);
            case Pledge.Changing ignored -> new Event.IncreaseEnded(at, pledge, reason);
        };
    }

    private static Event stray(Command.PaymentConfirmed command, RefundReason reason) {
        Returned money = new Returned(
                command.payment(), command.pledge(), command.captured().minorUnits(), reason, 0);
        return new Event.StrayMoneyReceived(command.at(), money, command.fee().minorUnits());
    }

    private static boolean isBooked(Escrow escrow, @Nullable Pledge pledge, String payment) {
        return escrow.refunds.contains(payment)
                || (pledge != null
                        && pledge.paid().stream()
                                .anyMatch(paid -> paid.payment().equals(payment)));
    }

    private static RefundReason reasonToReturn(@Nullable Pledge pledge, String payment) {
        return switch (pledge) {
            case null -> RefundReason.UNASKED;
            case Pledge known when !known.promise().payment().equals(payment) -> RefundReason.TWICE;
            case Pledge ignored -> RefundReason.LATE;
        };
    }

    static Decision decline(Escrow escrow, Command.PaymentDeclined command) {
        Pledge pledge = escrow.pledges.get(command.pledge());
        if (pledge == null) {
            return Rules.rejected(new Rejection.UnknownPledge());
        }
        // The failure of some other attempt, or one that comes after the success, changes nothing.
        return pledge instanceof Pledge.Waiting waiting && waiting.payment().equals(command.payment())
                ? Rules.accepted(failed(waiting, command.at(), command.reason()))
                : Rules.nothingNew();
    }

    static Decision await(Escrow escrow, Command.PaymentUnknown command) {
        Pledge pledge = escrow.pledges.get(command.pledge());
        if (pledge == null) {
            return Rules.rejected(new Rejection.UnknownPledge());
        }
        return pledge instanceof Pledge.Waiting waiting
                        && !waiting.paymentUnknown()
                        && waiting.payment().equals(command.payment())
                ? Rules.accepted(new Event.PaymentAwaited(command.at(), command.pledge()))
                : Rules.nothingNew();
    }
}
