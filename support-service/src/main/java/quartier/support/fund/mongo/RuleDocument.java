package quartier.support.fund.mongo;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import quartier.support.fund.MatchRule;
import quartier.support.fund.MatchRule.Trigger;

/** A fund's rule as it is stored: the fields of its kind, and no others. */
record RuleDocument(
        Kind kind,
        @Nullable Integer ratioBasisPoints,
        @Nullable Long fromMinorUnits,
        @Nullable Long perPledgeMinorUnits,
        @Nullable Long perBackerMinorUnits,
        @Nullable Long perCampaignMinorUnits,
        @Nullable Long amountMinorUnits,
        @Nullable Trigger trigger,
        @Nullable Long reached) {

    enum Kind {
        PROPORTIONAL,
        LUMP_SUM
    }

    static RuleDocument of(MatchRule rule) {
        return switch (rule) {
            case MatchRule.Proportional(int ratio, long from, Long perPledge, Long perBacker, Long perCampaign) ->
                new RuleDocument(Kind.PROPORTIONAL, ratio, from, perPledge, perBacker, perCampaign, null, null, null);
            case MatchRule.LumpSum(long amount, Trigger trigger, long reached) ->
                new RuleDocument(Kind.LUMP_SUM, null, null, null, null, null, amount, trigger, reached);
        };
    }

    MatchRule toRule() {
        return switch (kind) {
            case PROPORTIONAL ->
                new MatchRule.Proportional(
                        requireNonNull(ratioBasisPoints),
                        requireNonNull(fromMinorUnits),
                        perPledgeMinorUnits,
                        perBackerMinorUnits,
                        perCampaignMinorUnits);
            case LUMP_SUM ->
                new MatchRule.LumpSum(
                        requireNonNull(amountMinorUnits), requireNonNull(trigger), requireNonNull(reached));
        };
    }
}
