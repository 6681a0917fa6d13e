package quartier.gateway.pledge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;

/**
 * A pledge as the campaign's owner sees it.
 *
 * @param name as its backer wishes to be shown; null is anonymous
 * @param at when its money came
 */
public record CampaignPledge(
        String pledge,
        @Nullable String name,
        Money amount,
        @Nullable String tier,
        boolean rewardWaived,
        String kind,
        String state,
        Instant at) {}
