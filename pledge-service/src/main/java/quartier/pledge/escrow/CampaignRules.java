package quartier.pledge.escrow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A campaign's stages and its verdict. */
final class CampaignRules {

    private CampaignRules() {}

    static Decision open(String campaign, @Nullable Escrow escrow, Command.OpenCampaign command) {
        if (escrow == null) {
            return Rules.accepted(new Event.CampaignOpened(command.at(), campaign, command.owner(), command.terms()));
        }
        return escrow.terms.equals(command.terms()) && escrow.owner.equals(command.owner())
                ? Rules.nothingNew()
                : Rules.rejected(new Rejection.OpenedWithOtherTerms());
    }

    static Decision closeTier(Escrow escrow, Command.CloseTier command) {
        if (escrow.terms.tier(command.tier()).isEmpty()) {
            return Rules.rejected(new Rejection.UnknownTier(command.tier()));
        }
        if (escrow.tier(command.tier()).closed()) {
            return Rules.nothingNew();
        }
        return switch (escrow.state) {
            case LIVE, SUSPENDED -> Rules.accepted(new Event.TierClosed(command.at(), command.tier()));
            case CLOSING, FUNDED, NOT_FUNDED, CANCELLED -> Rules.rejected(new Rejection.CampaignNotLive(escrow.state));
        };
    }

    static Decision reachDeadline(Escrow escrow, Command.ReachDeadline command) {
        return switch (escrow.state) {
            case LIVE ->
                command.at().isBefore(escrow.terms.deadline())
                        ? Rules.rejected(new Rejection.DeadlineNotReached(escrow.terms.deadline()))
                        : Rules.accepted(new Event.CampaignClosing(command.at()));
            // Nobody decides where the money goes while moderators look into it: they resume or cancel.
            case SUSPENDED -> Rules.rejected(new Rejection.CampaignNotLive(escrow.state));
            case CLOSING, FUNDED, NOT_FUNDED, CANCELLED -> Rules.nothingNew();
        };
    }

    static Decision resolve(Escrow escrow, Command.ResolveClosing command) {
        return switch (escrow.state) {
            case LIVE, SUSPENDED -> Rules.rejected(new Rejection.DeadlineNotReached(escrow.terms.deadline()));
            case CLOSING -> {
                if (command.at().isBefore(escrow.closingLimit())) {
                    yield Rules.rejected(new Rejection.PaymentsUnknown(escrow.holds.size() + escrow.reviews.size()));
                }
                yield Rules.accepted(endOpen(escrow, command.at()));
            }
            case FUNDED, NOT_FUNDED, CANCELLED -> Rules.nothingNew();
        };
    }

    /** Nobody waits for ever: what was not paid ends, and what nobody has looked at goes back. */
    private static List<Event> endOpen(Escrow escrow, Instant at) {
        List<Event> ends = new ArrayList<>();
        escrow.holds.forEach(waiting -> ends.add(PledgeRules.ended(waiting, at)));
        escrow.reviews.forEach(review -> {
            if (!(escrow.pledges.get(review.pledge()) instanceof Pledge.Held)) {
                ends.add(new Event.PledgeTurnedAway(at, review.pledge(), ReviewRules.NOBODY));
            }
        });
        return ends;
    }

    /**
     * The goal is judged on gross: what was confirmed and matched, before commission and fees. The clock of who asks
     * may be behind that of who closed: the verdict does not come before the closing all the same.
     */
    static Event verdict(Escrow escrow, Instant asked) {
        Instant closing = escrow.closingSince;
        Instant at = closing != null && asked.isBefore(closing) ? closing : asked;
        Totals totals = escrow.totals;
        Terms terms = escrow.terms;
        if (totals.raised() < terms.goal()) {
            return new Event.CampaignNotFunded(at, escrow.backers(), totals.raised());
        }
        Split split = Split.of(totals.raised(), terms.commissionBasisPoints(), terms.vatBasisPoints(), totals.fees());
        long cash = Math.min(totals.offline(), split.net());
        Reserve reserve = Reserve.of(escrow, at);
        long kept = Math.min(reserve.minorUnits(), split.net() - cash);
        return new Event.CampaignFunded(at, escrow.backers(), split, kept, kept == 0 ? null : reserve.until(), cash);
    }

    /** What the payers of slow means of payment may still take back, and until when. */
    private record Reserve(long minorUnits, @Nullable Instant until) {
        static Reserve of(Escrow escrow, Instant at) {
            long sum = 0;
            Instant until = null;
            for (Pledge pledge : escrow.pledges.values()) {
                for (Paid paid : pledge instanceof Pledge.Confirmed ? pledge.paid() : List.<Paid>of()) {
                    Instant reversible = paid.reversibleUntil();
                    if (reversible != null && reversible.isAfter(at)) {
                        sum = Math.addExact(sum, paid.amountMinorUnits());
                        until = until == null || reversible.isAfter(until) ? reversible : until;
                    }
                }
            }
            return new Reserve(sum, until);
        }
    }

    static Decision suspend(Escrow escrow, Command.SuspendCampaign command) {
        return switch (escrow.state) {
            case LIVE -> Rules.accepted(new Event.CampaignSuspended(command.at(), command.reason()));
            case SUSPENDED -> Rules.nothingNew();
            case CLOSING, FUNDED, NOT_FUNDED, CANCELLED -> Rules.rejected(new Rejection.CampaignNotLive(escrow.state));
        };
    }

    static Decision resume(Escrow escrow, Command.ResumeCampaign command) {
        return switch (escrow.state) {
            case SUSPENDED -> Rules.accepted(new Event.CampaignResumed(command.at()));
            case LIVE -> Rules.nothingNew();
            case CLOSING, FUNDED, NOT_FUNDED, CANCELLED -> Rules.rejected(new Rejection.CampaignNotLive(escrow.state));
        };
    }

    static Decision cancel(Escrow escrow, Command.CancelCampaign command) {
        return switch (escrow.state) {
            case LIVE, SUSPENDED, CLOSING ->
                Rules.accepted(new Event.CampaignCancelled(command.at(), command.reason()));
            case CANCELLED -> Rules.nothingNew();
            case FUNDED, NOT_FUNDED -> Rules.rejected(new Rejection.CampaignNotLive(escrow.state));
        };
    }
}
