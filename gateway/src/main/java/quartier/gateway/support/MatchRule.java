package quartier.gateway.support;

import org.jspecify.annotations.Nullable;

/** By what rule a fund completes what backers give; the fields of one kind, amounts in minor units. */
public record MatchRule(
        String kind,
        @Nullable Integer ratioBasisPoints,
        @Nullable Long fromMinorUnits,
        @Nullable Long perPledgeMinorUnits,
        @Nullable Long perBackerMinorUnits,
        @Nullable Long perCampaignMinorUnits,
        @Nullable Long amountMinorUnits,
        @Nullable String trigger,
        @Nullable Long reached) {

    public boolean isLumpSum() {
        return kind.equals("lump_sum");
    }
}
