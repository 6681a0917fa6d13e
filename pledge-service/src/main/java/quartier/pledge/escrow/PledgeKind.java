package quartier.pledge.escrow;

/** What a backer may give; a campaign's terms list the kinds that it accepts. */
public enum PledgeKind {
    GIFT,
    GIFT_WITH_REWARD
}
