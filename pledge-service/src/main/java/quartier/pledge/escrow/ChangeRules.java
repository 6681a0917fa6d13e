package quartier.pledge.escrow;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A backer's other mind about a confirmed pledge, while the campaign is live. */
final class ChangeRules {

    /** Why an increase ends that nobody paid. */
    static final String NOT_PAID = "not_paid";

    private ChangeRules() {}

    static Decision change(Escrow escrow, Command.ChangePledge command) {
        String known = escrow.changes.get(command.change());
        if (known != null) {
            return known.equals(command.fingerprint())
                    ? Rules.nothingNew()
                    : Rules.rejected(new Rejection.IdempotencyKeyReused());
        }
        Pledge pledge = escrow.pledges.get(command.pledge());
        if (pledge == null) {
            return Rules.rejected(new Rejection.UnknownPledge());
        }
        Rejection stage = PledgeRules.notTakingPledges(escrow, command.at());
        if (stage != null) {
            return Rules.rejected(stage);
        }
        if (!(pledge instanceof Pledge.Confirmed confirmed) || pledge.promise().isOffline()) {
            return Rules.rejected(new Rejection.NotChangeable(escrow.status(pledge)));
        }
        Rejection reason = reasonAgainst(escrow, command, confirmed.promise());
        return reason == null ? changed(command, confirmed) : Rules.rejected(reason);
    }

    private static @Nullable Rejection reasonAgainst(Escrow escrow, Command.ChangePledge command, Promise before) {
        if (before.isLoan() && command.tier() != null) {
            return new Rejection.LoanHasNoReward();
        }
        Promise after = before.changed(command.amount().minorUnits(), command.tier(), command.rewardWaived());
        if (!escrow.terms.kinds().contains(after.kind())) {
            return new Rejection.KindNotAllowed(after.kind());
        }
        // A unit that the pledge has already need not be left.
        boolean same = Objects.equals(before.takes(), after.takes());
        Rejection ofAmount =
                PledgeRules.notPromisable(escrow, command.amount(), command.tier(), command.rewardWaived() || same);
        if (ofAmount != null) {
            return ofAmount;
        }
        long more = after.amountMinorUnits() - before.amountMinorUnits();
        if (more <= 0) {
            return null;
        }
        Rejection ofLoan = before.isLoan() ? PledgeRules.overLoanLimit(escrow, before.backer(), more) : null;
        return ofLoan == null ? PledgeRules.overCap(escrow, more) : ofLoan;
    }

    private static Decision changed(Command.ChangePledge command, Pledge.Confirmed confirmed) {
        Promise before = confirmed.promise();
        Promise after = before.changed(command.amount().minorUnits(), command.tier(), command.rewardWaived());
        if (after.amountMinorUnits() > before.amountMinorUnits()) {
            return Rules.accepted(new Event.IncreaseHeld(
                    command.at(),
                    command.change(),
                    command.fingerprint(),
                    after,
                    command.payment(),
                    command.at().plus(command.hold())));
        }
        return Rules.accepted(new Event.PledgeChanged(
                command.at(),
                command.change(),
                command.fingerprint(),
                after,
                returned(confirmed, before.amountMinorUnits() - after.amountMinorUnits())));
    }

    /** What came last goes back first. */
    private static List<Returned> returned(Pledge.Confirmed confirmed, long less) {
        List<Returned> parts = new ArrayList<>();
        long left = less;
        for (Paid paid : confirmed.paid().reversed()) {
            long part = Math.min(left, paid.amountMinorUnits());
            if (part > 0) {
                parts.add(new Returned(
                        paid.payment(), confirmed.promise().pledge(), part, RefundReason.REDUCED, paid.parts() + 1));
                left -= part;
            }
        }
        return parts;
    }
}
