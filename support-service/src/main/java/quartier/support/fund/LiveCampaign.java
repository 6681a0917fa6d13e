package quartier.support.fund;

import java.util.List;

/**
 * What a fund has to know of a campaign, as this service has heard it.
 *
 * @param live pledges are taken now
 */
public record LiveCampaign(
        String id,
        String slug,
        String title,
        String owner,
        List<String> territoryPath,
        String theme,
        String currency,
        boolean live) {

    public LiveCampaign {
        territoryPath = List.copyOf(territoryPath);
    }
}
