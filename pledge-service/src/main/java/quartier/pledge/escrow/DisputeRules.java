package quartier.pledge.escrow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Payments that their payers contest. While the money is still the backer's the escrow bears it and the pledge leaves
 * the campaign; afterwards, and whenever the sums differ, it lands in {@code receivable:disputes} and touches nothing
 * else.
 */
final class DisputeRules {

    private DisputeRules() {}

    static Decision open(Escrow escrow, Command.DisputeOpened command) {
        if (escrow.disputes.contains(command.dispute())) {
            return Rules.nothingNew();
        }
        String currency = escrow.terms.currency();
        if (!command.amount().currency().equals(currency)
                || !command.fee().currency().equals(currency)) {
            return Rules.rejected(new Rejection.WrongCurrency(currency));
        }
        if (command.amount().minorUnits() <= 0 || command.fee().minorUnits() < 0) {
            return Rules.rejected(new Rejection.AmountNotPositive());
        }
        Pledge pledge = escrow.pledges.get(command.pledge());
        boolean known = escrow.refunds.contains(command.payment())
                || (pledge != null && paid(pledge, command.payment()).isPresent());
        if (!known) {
            return Rules.rejected(new Rejection.UnknownPledge());
        }
        return disputed(
                escrow,
                command.at(),
                new Dispute(
                        command.dispute(),
                        command.pledge(),
                        command.payment(),
                        command.amount().minorUnits(),
                        command.fee().minorUnits(),
                        isInEscrow(escrow, pledge, command),
                        Dispute.State.OPEN,
                        command.at(),
                        0));
    }

    /** Its payer has answered what the reviewer was to find out: it does not count again, even if the dispute is won. */
    private static Decision disputed(Escrow escrow, Instant at, Dispute dispute) {
        Event event = new Event.MoneyDisputed(at, dispute);
        boolean underReview = dispute.fromEscrow()
                && escrow.reviews.contains(dispute.pledge())
                && !escrow.refunds.contains(dispute.payment());
        return underReview
                ? Rules.accepted(
                        List.of(new Event.PledgeTurnedAway(at, dispute.pledge(), ReviewRules.CONTESTED), event))
                : Rules.accepted(event);
    }

    private static boolean isInEscrow(Escrow escrow, @Nullable Pledge pledge, Command.DisputeOpened command) {
        long amount = command.amount().minorUnits();
        return switch (escrow.refunds.get(command.payment())) {
            case Refund.Due due -> due.of().amountMinorUnits() == amount;
            case Refund.Failed failed -> failed.of().amountMinorUnits() == amount;
            case Refund.Done ignored -> false;
            case Refund.ChargedBack ignored -> false;
            case null ->
                !escrow.state.isOver()
                        && (pledge instanceof Pledge.Confirmed || pledge instanceof Pledge.Changing)
                        && paid(pledge, command.payment())
                                .filter(paid -> paid.amountMinorUnits() == amount)
                                .isPresent();
        };
    }

    private static Optional<Paid> paid(Pledge pledge, String payment) {
        return pledge.paid().stream()
                .filter(paid -> paid.payment().equals(payment))
                .findFirst();
    }

    static Decision won(Escrow escrow, Command.DisputeWon command) {
        Dispute dispute = escrow.disputes.get(command.dispute());
        if (dispute == null) {
            return Rules.rejected(new Rejection.UnknownDispute());
        }
        return switch (dispute.state()) {
            case OPEN ->
                Rules.accepted(new Event.DisputeResolved(
                        command.at(), dispute.in(Dispute.State.WON), countsAgain(escrow, dispute)));
            case WON -> Rules.nothingNew();
            case LOST -> Rules.rejected(new Rejection.DisputeClosed());
        };
    }

    /** Only all of a pledge's money makes it whole, and its place may be taken meanwhile. */
    private static boolean countsAgain(Escrow escrow, Dispute dispute) {
        if (!dispute.fromEscrow()
                || escrow.state.isOver()
                || !(escrow.pledges.get(dispute.pledge())
                        instanceof Pledge.Disputed(Promise promise, var d, var at, var p))
                || promise.amountMinorUnits() != dispute.amountMinorUnits()) {
            return false;
        }
        boolean stock = Optional.ofNullable(promise.takes())
                .flatMap(escrow.terms::tier)
                .map(tier -> PledgeRules.soldOut(escrow, tier) == null)
                .orElse(true);
        return stock && PledgeRules.overCap(escrow, dispute.amountMinorUnits()) == null;
    }

    static Decision lost(Escrow escrow, Command.DisputeLost command) {
        Dispute dispute = escrow.disputes.get(command.dispute());
        if (dispute == null) {
            return Rules.rejected(new Rejection.UnknownDispute());
        }
        return switch (dispute.state()) {
            case OPEN -> Rules.accepted(new Event.DisputeResolved(command.at(), dispute.in(Dispute.State.LOST), false));
            case LOST -> Rules.nothingNew();
            case WON -> Rules.rejected(new Rejection.DisputeClosed());
        };
    }
}
