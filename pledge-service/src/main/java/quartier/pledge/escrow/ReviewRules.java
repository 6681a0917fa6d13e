package quartier.pledge.escrow;

/** Pledges that fraud rules have flagged: somebody lets them count, or sends their money back. */
final class ReviewRules {

    /** Who turned a pledge away that nobody had looked at before the limit of closing. */
    static final String NOBODY = "closing-limit";

    /** Who turned a pledge away whose payer contested it while it waited to be looked at. */
    static final String CONTESTED = "dispute";

    private ReviewRules() {}

    static Decision clear(Escrow escrow, Command.ClearPledge command) {
        if (!escrow.pledges.contains(command.pledge())) {
            return Rules.rejected(new Rejection.UnknownPledge());
        }
        return escrow.reviews.contains(command.pledge())
                ? Rules.accepted(new Event.PledgeCleared(command.at(), command.pledge(), command.by()))
                : Rules.nothingNew();
    }

    static Decision refuse(Escrow escrow, Command.RefusePledge command) {
        Pledge pledge = escrow.pledges.get(command.pledge());
        if (pledge == null) {
            return Rules.rejected(new Rejection.UnknownPledge());
        }
        if (escrow.reviews.contains(command.pledge())) {
            return Rules.accepted(new Event.PledgeTurnedAway(command.at(), command.pledge(), command.by()));
        }
        return pledge instanceof Pledge.Cancelled ? Rules.nothingNew() : Rules.rejected(new Rejection.NotUnderReview());
    }
}
