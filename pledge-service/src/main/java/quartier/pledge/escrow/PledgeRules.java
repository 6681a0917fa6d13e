package quartier.pledge.escrow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Placing, cancelling and expiring pledges. */
final class PledgeRules {

    /**
     * A public body helps by a support offer with its legal instrument (a deliberation, a convention), never by a
     * pledge, and takes no reward, which would be a purchase.
     */
    static final String PUBLIC_BODY_RULE = "public-body-support-offer";

    private PledgeRules() {}

    static Decision place(Escrow escrow, Command.PlacePledge command) {
        Pledge known = escrow.pledges.get(command.pledge());
        if (known != null) {
            return known.promise().fingerprint().equals(command.fingerprint())
                    ? Rules.nothingNew()
                    : Rules.rejected(new Rejection.IdempotencyKeyReused());
        }
        Refusal refused = escrow.refusals.get(command.pledge());
        if (refused != null) {
            return Rules.rejected(
                    refused.fingerprint().equals(command.fingerprint())
                            ? refused.reason()
                            : new Rejection.IdempotencyKeyReused());
        }
        Rejection reason = reasonAgainst(escrow, command);
        return reason == null ? placed(command) : refused(escrow, command, reason);
    }

    private static Decision placed(Command.PlacePledge command) {
        Promise promise = new Promise(
                command.pledge(),
                command.backer(),
                command.organisation(),
                command.amount().minorUnits(),
                command.tier(),
                command.visibility(),
                command.fingerprint(),
                command.payment(),
                command.at());
        return Rules.accepted(
                new Event.PledgePlaced(command.at(), promise, command.at().plus(command.hold())));
    }

    /** While the answer could become another one it is remembered; afterwards it is the same for ever. */
    private static Decision refused(Escrow escrow, Command.PlacePledge command, Rejection reason) {
        Event remembered = new Event.PledgeRefused(
                command.at(), command.pledge(), command.backer(), command.fingerprint(), reason);
        return switch (escrow.state) {
            case LIVE, SUSPENDED -> new Decision.Rejected(reason, List.of(remembered));
            case CLOSING, FUNDED, NOT_FUNDED, CANCELLED -> Rules.rejected(reason);
        };
    }

    private static @Nullable Rejection reasonAgainst(Escrow escrow, Command.PlacePledge command) {
        Rejection stage = notTakingPledges(escrow, command.at());
        if (stage != null) {
            return stage;
        }
        Terms terms = escrow.terms;
        long amount = command.amount().minorUnits();
        if (command.backerKind() == BackerKind.PUBLIC_BODY) {
            return new Rejection.PublicBodyMayNotPledge(PUBLIC_BODY_RULE);
        }
        if (!command.amount().currency().equals(terms.currency())) {
            return new Rejection.WrongCurrency(terms.currency());
        }
        if (amount <= 0) {
            return new Rejection.AmountNotPositive();
        }
        PledgeKind kind = command.tier() == null ? PledgeKind.GIFT : PledgeKind.GIFT_WITH_REWARD;
        if (!terms.kinds().contains(kind)) {
            return new Rejection.KindNotAllowed(kind);
        }
        Rejection ofTier = command.tier() == null ? null : notOfTier(escrow, command.tier(), amount);
        if (ofTier != null) {
            return ofTier;
        }
        return amount > escrow.leftBelowCap() ? new Rejection.OverCap(escrow.leftBelowCap()) : null;
    }

    private static @Nullable Rejection notTakingPledges(Escrow escrow, Instant at) {
        return switch (escrow.state) {
            case LIVE ->
                at.isBefore(escrow.terms.deadline()) ? null : new Rejection.AfterDeadline(escrow.terms.deadline());
            case SUSPENDED, CANCELLED -> new Rejection.CampaignNotLive(escrow.state);
            case CLOSING, FUNDED, NOT_FUNDED -> new Rejection.AfterDeadline(escrow.terms.deadline());
        };
    }

    private static @Nullable Rejection notOfTier(Escrow escrow, String id, long amount) {
        Optional<Tier> tier = escrow.terms.tier(id);
        if (tier.isEmpty()) {
            return new Rejection.UnknownTier(id);
        }
        if (amount < tier.get().amountMinorUnits()) {
            return new Rejection.BelowTier(id, tier.get().amountMinorUnits());
        }
        Integer stock = tier.get().stock();
        return stock != null && escrow.tier(id).taken() >= stock ? new Rejection.TierSoldOut(id) : null;
    }

    static Decision cancel(Escrow escrow, Command.CancelPledge command) {
        return switch (escrow.pledges.get(command.pledge())) {
            case null -> Rules.rejected(new Rejection.UnknownPledge());
            case Pledge.Cancelled ignored -> Rules.nothingNew();
            case Pledge.Held held -> cancelLive(escrow, command, held);
            case Pledge.Confirmed confirmed -> cancelLive(escrow, command, confirmed);
            case Pledge.Declined declined -> notCancellable(escrow, declined);
            case Pledge.Expired expired -> notCancellable(escrow, expired);
        };
    }

    private static Decision cancelLive(Escrow escrow, Command.CancelPledge command, Pledge pledge) {
        boolean live = escrow.state == CampaignState.LIVE || escrow.state == CampaignState.SUSPENDED;
        return live && command.at().isBefore(escrow.terms.deadline())
                ? Rules.accepted(new Event.PledgeCancelled(command.at(), command.pledge()))
                : notCancellable(escrow, pledge);
    }

    private static Decision notCancellable(Escrow escrow, Pledge pledge) {
        return Rules.rejected(new Rejection.NotCancellable(escrow.status(pledge)));
    }

    static Decision expire(Escrow escrow, Command.ExpireHold command) {
        return switch (escrow.pledges.get(command.pledge())) {
            case null -> Rules.rejected(new Rejection.UnknownPledge());
            case Pledge.Held held ->
                held.paymentUnknown() || command.at().isBefore(held.holdUntil())
                        ? Rules.rejected(new Rejection.HoldNotExpired())
                        : Rules.accepted(new Event.HoldExpired(command.at(), command.pledge()));
            case Pledge.Confirmed ignored -> Rules.nothingNew();
            case Pledge.Declined ignored -> Rules.nothingNew();
            case Pledge.Expired ignored -> Rules.nothingNew();
            case Pledge.Cancelled ignored -> Rules.nothingNew();
        };
    }
}
