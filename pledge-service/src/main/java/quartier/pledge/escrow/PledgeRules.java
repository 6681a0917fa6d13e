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
                command.at(),
                kind(command),
                command.backerKind(),
                command.rewardWaived(),
                null);
        Event placed =
                new Event.PledgePlaced(command.at(), promise, command.at().plus(command.hold()));
        return command.reviewReasons().isEmpty()
                ? Rules.accepted(placed)
                : Rules.accepted(List.of(
                        placed, new Event.PledgeFlagged(command.at(), command.pledge(), command.reviewReasons())));
    }

    private static PledgeKind kind(Command.PlacePledge command) {
        return command.loan() ? PledgeKind.INTEREST_FREE_LOAN : PledgeKind.of(command.tier(), command.rewardWaived());
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
        if (command.backerKind() == BackerKind.PUBLIC_BODY) {
            return new Rejection.PublicBodyMayNotPledge(PUBLIC_BODY_RULE);
        }
        PledgeKind kind = kind(command);
        if (!escrow.terms.kinds().contains(kind)) {
            return new Rejection.KindNotAllowed(kind);
        }
        Rejection ofLoan = command.loan() ? notLendable(escrow, command) : null;
        if (ofLoan != null) {
            return ofLoan;
        }
        Rejection ofAmount = notPromisable(escrow, command.amount(), command.tier(), command.rewardWaived());
        if (ofAmount != null) {
            return ofAmount;
        }
        return overCap(escrow, command.amount().minorUnits());
    }

    /** What a sum and its reward must be, whoever promises it. */
    static @Nullable Rejection notPromisable(Escrow escrow, Money amount, @Nullable String tier, boolean rewardWaived) {
        if (!amount.currency().equals(escrow.terms.currency())) {
            return new Rejection.WrongCurrency(escrow.terms.currency());
        }
        if (amount.minorUnits() <= 0) {
            return new Rejection.AmountNotPositive();
        }
        return tier == null ? null : notOfTier(escrow, tier, amount.minorUnits(), rewardWaived);
    }

    /** @param more beyond what counts already */
    static @Nullable Rejection overCap(Escrow escrow, long more) {
        return more > escrow.leftBelowCap() ? new Rejection.OverCap(escrow.leftBelowCap()) : null;
    }

    private static @Nullable Rejection notLendable(Escrow escrow, Command.PlacePledge command) {
        if (command.backerKind() != BackerKind.PERSON || command.organisation() != null) {
            return new Rejection.OnlyPersonsMayLend();
        }
        if (command.tier() != null) {
            return new Rejection.LoanHasNoReward();
        }
        return overLoanLimit(escrow, command.backer(), command.amount().minorUnits());
    }

    static @Nullable Rejection overLoanLimit(Escrow escrow, String backer, long more) {
        LoanTerms loans = escrow.terms.loans();
        Long lent = escrow.lentBy.get(backer);
        long left = (loans == null ? 0 : loans.perLenderMinorUnits()) - (lent == null ? 0 : lent);
        return more > left ? new Rejection.OverLoanLimit(left) : null;
    }

    static @Nullable Rejection notTakingPledges(Escrow escrow, Instant at) {
        return switch (escrow.state) {
            case LIVE ->
                at.isBefore(escrow.terms.deadline()) ? null : new Rejection.AfterDeadline(escrow.terms.deadline());
            case SUSPENDED, CANCELLED -> new Rejection.CampaignNotLive(escrow.state);
            case CLOSING, FUNDED, NOT_FUNDED -> new Rejection.AfterDeadline(escrow.terms.deadline());
        };
    }

    private static @Nullable Rejection notOfTier(Escrow escrow, String id, long amount, boolean rewardWaived) {
        Optional<Tier> tier = escrow.terms.tier(id);
        if (tier.isEmpty()) {
            return new Rejection.UnknownTier(id);
        }
        if (amount < tier.get().amountMinorUnits()) {
            return new Rejection.BelowTier(id, tier.get().amountMinorUnits());
        }
        if (rewardWaived) {
            return null;
        }
        return escrow.tier(id).closed() ? new Rejection.TierClosed(id) : soldOut(escrow, tier.get());
    }

    static @Nullable Rejection soldOut(Escrow escrow, Tier tier) {
        Integer stock = tier.stock();
        return stock != null && escrow.tier(tier.id()).taken() >= stock ? new Rejection.TierSoldOut(tier.id()) : null;
    }

    static Decision cancel(Escrow escrow, Command.CancelPledge command) {
        return switch (escrow.pledges.get(command.pledge())) {
            case null -> Rules.rejected(new Rejection.UnknownPledge());
            case Pledge.Cancelled ignored -> Rules.nothingNew();
            case Pledge.Held held -> cancelLive(escrow, command, held);
            case Pledge.Confirmed confirmed -> cancelLive(escrow, command, confirmed);
            case Pledge.Changing changing -> cancelLive(escrow, command, changing);
            case Pledge.Declined declined -> notCancellable(escrow, declined);
            case Pledge.Expired expired -> notCancellable(escrow, expired);
            case Pledge.Disputed disputed -> notCancellable(escrow, disputed);
        };
    }

    private static Decision cancelLive(Escrow escrow, Command.CancelPledge command, Pledge pledge) {
        return isLive(escrow, command.at())
                ? Rules.accepted(new Event.PledgeCancelled(command.at(), command.pledge()))
                : notCancellable(escrow, pledge);
    }

    /** Backers may still change their minds: before the deadline, also while moderators look into the project. */
    static boolean isLive(Escrow escrow, Instant at) {
        boolean live = escrow.state == CampaignState.LIVE || escrow.state == CampaignState.SUSPENDED;
        return live && at.isBefore(escrow.terms.deadline());
    }

    private static Decision notCancellable(Escrow escrow, Pledge pledge) {
        return Rules.rejected(new Rejection.NotCancellable(escrow.status(pledge)));
    }

    static Decision expire(Escrow escrow, Command.ExpireHold command) {
        return switch (escrow.pledges.get(command.pledge())) {
            case null -> Rules.rejected(new Rejection.UnknownPledge());
            case Pledge.Waiting waiting ->
                waiting.paymentUnknown() || command.at().isBefore(waiting.holdUntil())
                        ? Rules.rejected(new Rejection.HoldNotExpired())
                        : Rules.accepted(ended(waiting, command.at()));
            case Pledge ignored -> Rules.nothingNew();
        };
    }

    /** A hold that nobody paid. */
    static Event ended(Pledge.Waiting waiting, Instant at) {
        String pledge = waiting.promise().pledge();
        return switch (waiting) {
            case Pledge.Held ignored -> new Event.HoldExpired(at, pledge);
            case Pledge.Changing ignored -> new Event.IncreaseEnded(at, pledge, ChangeRules.NOT_PAID);
        };
    }
}
