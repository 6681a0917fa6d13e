package quartier.pledge.escrow;

import org.jspecify.annotations.Nullable;

/** By what rule a sponsor completes pledges. Amounts are minor units of the campaign's currency. */
public sealed interface MatchRule {

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
            @Nullable Long perBackerMinorUnits)
            implements MatchRule {

        public Proportional {
            if (ratioBasisPoints <= 0 || ratioBasisPoints > 100_000 || fromMinorUnits < 0) {
                throw new IllegalArgumentException("a ratio is above nothing and at most ten times the pledge");
            }
            if ((perPledgeMinorUnits != null && perPledgeMinorUnits <= 0)
                    || (perBackerMinorUnits != null && perBackerMinorUnits <= 0)) {
                throw new IllegalArgumentException("a cap is positive, or there is none");
            }
        }
    }

    /**
     * One sum, once the campaign has come so far; taken back if it falls behind again before its verdict.
     *
     * @param reached per cent of the goal, minor units, or backers; of what backers gave, without any match
     */
    record LumpSum(long amountMinorUnits, Trigger trigger, long reached) implements MatchRule {
        public LumpSum {
            if (amountMinorUnits <= 0 || reached <= 0) {
                throw new IllegalArgumentException("a lump sum and what it waits for are positive");
            }
        }
    }

    enum Trigger {
        PERCENT,
        AMOUNT,
        BACKERS
    }
}
