package quartier.catalog.project;

import org.jspecify.annotations.Nullable;

/**
 * What pledge-service told of a campaign.
 *
 * @param state closing, the outcome or cancelled; null when the news decides nothing
 * @param totals null when the news has none
 */
public record CampaignNews(
        String campaign,
        long sequence,
        @Nullable ProjectState state,
        @Nullable Totals totals) {}
