package quartier.support.radar.kafka;

import java.util.Locale;
import quartier.support.radar.CampaignState;
import quartier.support.radar.CampaignTotals;

/** What this service reads of {@code quartier.campaign.totals.v1}. */
record TotalsEvent(String state, Money collected, int backers, int percent) {

    record Money(long amount, String currency) {}

    CampaignTotals totals() {
        return new CampaignTotals(
                CampaignState.valueOf(state.toUpperCase(Locale.ROOT)), collected.amount(), percent, backers);
    }
}
