package quartier.pledge.escrow;

import org.jspecify.annotations.Nullable;

/** What a backer may give; a campaign's terms list the kinds that it accepts. */
public enum PledgeKind {
    /** Also one whose reward was waived. */
    GIFT,
    GIFT_WITH_REWARD,
    INTEREST_FREE_LOAN;

    static PledgeKind of(@Nullable String tier, boolean rewardWaived) {
        return tier == null || rewardWaived ? GIFT : GIFT_WITH_REWARD;
    }
}
