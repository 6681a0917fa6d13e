package quartier.support.fund.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quartier.support.fund.MatchRule;
import quartier.support.fund.MatchRule.Trigger;

/** A fund's rule, as it was asked for. */
record RuleRepresentation(
        String kind,
        @Nullable Integer ratioBasisPoints,
        @Nullable Long fromMinorUnits,
        @Nullable Long perPledgeMinorUnits,
        @Nullable Long perBackerMinorUnits,
        @Nullable Long perCampaignMinorUnits,
        @Nullable Long amountMinorUnits,
        @Nullable String trigger,
        @Nullable Long reached) {

    static RuleRepresentation of(MatchRule rule) {
        return switch (rule) {
            case MatchRule.Proportional(int ratio, long from, Long perPledge, Long perBacker, Long perCampaign) ->
                new RuleRepresentation(
                        "proportional", ratio, from, perPledge, perBacker, perCampaign, null, null, null);
            case MatchRule.LumpSum(long amount, Trigger trigger, long reached) ->
                new RuleRepresentation(
                        "lump_sum",
                        null,
                        null,
                        null,
                        null,
                        null,
                        amount,
                        trigger.name().toLowerCase(Locale.ROOT),
                        reached);
        };
    }
}
