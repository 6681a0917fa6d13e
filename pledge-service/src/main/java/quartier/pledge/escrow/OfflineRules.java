package quartier.pledge.escrow;

import org.jspecify.annotations.Nullable;

/** Cash that an agent of the territory took: it counts once a second person has seen it. */
final class OfflineRules {

    private static final String BACKER = "offline-";
    private static final String PAYMENT = "cash-";

    private OfflineRules() {}

    static Decision enter(Escrow escrow, Command.EnterOfflinePledge command) {
        Pledge known = escrow.pledges.get(command.pledge());
        if (known != null) {
            return known.promise().fingerprint().equals(command.fingerprint())
                    ? Rules.nothingNew()
                    : Rules.rejected(new Rejection.IdempotencyKeyReused());
        }
        Rejection reason = reasonAgainst(escrow, command);
        return reason == null ? Rules.accepted(entered(command)) : Rules.rejected(reason);
    }

    private static @Nullable Rejection reasonAgainst(Escrow escrow, Command.EnterOfflinePledge command) {
        Rejection stage = PledgeRules.notTakingPledges(escrow, command.at());
        if (stage != null) {
            return stage;
        }
        PledgeKind kind = PledgeKind.of(command.tier(), command.rewardWaived());
        if (!escrow.terms.kinds().contains(kind)) {
            return new Rejection.KindNotAllowed(kind);
        }
        Rejection ofAmount =
                PledgeRules.notPromisable(escrow, command.amount(), command.tier(), command.rewardWaived());
        return ofAmount == null ? PledgeRules.overCap(escrow, command.amount().minorUnits()) : ofAmount;
    }

    /** Nobody is known behind it: each counts as a backer of its own. */
    private static Event entered(Command.EnterOfflinePledge command) {
        Promise promise = new Promise(
                command.pledge(),
                BACKER + command.pledge(),
                null,
                command.amount().minorUnits(),
                command.tier(),
                command.visibility(),
                command.fingerprint(),
                PAYMENT + command.pledge(),
                command.at(),
                PledgeKind.of(command.tier(), command.rewardWaived()),
                BackerKind.PERSON,
                command.rewardWaived(),
                command.enteredBy());
        return new Event.PledgePlaced(command.at(), promise, command.at().plus(command.confirmWithin()));
    }

    static Decision confirm(Escrow escrow, Command.ConfirmOfflinePledge command) {
        Pledge pledge = escrow.pledges.get(command.pledge());
        if (pledge == null || !pledge.promise().isOffline()) {
            return Rules.rejected(new Rejection.UnknownPledge());
        }
        if (pledge instanceof Pledge.Confirmed) {
            return Rules.nothingNew();
        }
        if (!(pledge instanceof Pledge.Held)) {
            return Rules.rejected(new Rejection.NotWaiting(escrow.status(pledge)));
        }
        return command.confirmedBy().equals(pledge.promise().enteredBy())
                ? Rules.rejected(new Rejection.NeedsAnotherPerson())
                : Rules.accepted(new Event.OfflineConfirmed(
                        command.at(), command.pledge(), pledge.promise().amountMinorUnits(), command.confirmedBy()));
    }

    static Decision reject(Escrow escrow, Command.RejectOfflinePledge command) {
        return switch (escrow.pledges.get(command.pledge())) {
            case Pledge.Held held
            when held.promise().isOffline() ->
                Rules.accepted(new Event.PledgeCancelled(command.at(), command.pledge()));
            case Pledge.Cancelled cancelled when cancelled.promise().isOffline() -> Rules.nothingNew();
            case Pledge other
            when other.promise().isOffline() -> Rules.rejected(new Rejection.NotWaiting(escrow.status(other)));
            case null, default -> Rules.rejected(new Rejection.UnknownPledge());
        };
    }
}
