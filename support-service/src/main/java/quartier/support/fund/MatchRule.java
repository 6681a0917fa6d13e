package quartier.support.fund;

import org.jspecify.annotations.Nullable;

/** By what rule a fund completes what backers give. Amounts are minor units of the fund's currency. */
public sealed interface MatchRule {

    /** Ten times the pledge; more is a mistake of zeros. */
    int HIGHEST_RATIO_BASIS_POINTS = 100_000;

    /** The most that one campaign may have of the fund, or null for no other limit than the budget. */
    @Nullable
    Long perCampaignMinorUnits();

    /**
     * So much for each pledge.
     *
     * @param ratioBasisPoints of the pledge, in 1/10,000
     * @param fromMinorUnits what must have been collected before a pledge is matched; 0 matches from the first
     */
    record Proportional(
            int ratioBasisPoints,
            long fromMinorUnits,
            @Nullable Long perPledgeMinorUnits,
            @Nullable Long perBackerMinorUnits,
            @Nullable Long perCampaignMinorUnits)
            implements MatchRule {

        public Proportional {
            if (ratioBasisPoints <= 0 || ratioBasisPoints > HIGHEST_RATIO_BASIS_POINTS || fromMinorUnits < 0) {
                throw new IllegalArgumentException("A ratio is above nothing and at most ten times the pledge");
            }
            requirePositive(perPledgeMinorUnits);
            requirePositive(perBackerMinorUnits);
            requirePositive(perCampaignMinorUnits);
        }

        private static void requirePositive(@Nullable Long cap) {
            if (cap != null && cap <= 0) {
                throw new IllegalArgumentException("A cap is positive, or there is none");
            }
        }
    }

    /**
     * One sum for a campaign that has come so far.
     *
     * @param reached per cent of the goal, minor units, or backers
     */
    record LumpSum(long amountMinorUnits, Trigger trigger, long reached) implements MatchRule {

        public LumpSum {
            if (amountMinorUnits <= 0 || reached <= 0) {
                throw new IllegalArgumentException("A lump sum and what it waits for are positive");
            }
        }

        @Override
        public Long perCampaignMinorUnits() {
            return amountMinorUnits;
        }
    }

    enum Trigger {
        PERCENT,
        AMOUNT,
        BACKERS
    }
}
