package quartier.support.fund;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which campaigns a fund is for, and when it takes them on; null leaves a condition out.
 *
 * @param territory campaigns of this territory and of those within it
 * @param from the first instant of its window
 * @param until the first instant after its window
 */
public record Scope(@Nullable String territory, @Nullable String theme, Instant from, Instant until) {

    public Scope {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("A window ends after it begins");
        }
    }

    boolean isOpenAt(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }

    boolean covers(LiveCampaign campaign) {
        return (territory == null || campaign.territoryPath().contains(territory))
                && (theme == null || theme.equals(campaign.theme()));
    }
}
