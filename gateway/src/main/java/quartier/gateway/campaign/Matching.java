package quartier.gateway.campaign;

import org.jspecify.annotations.Nullable;
import quartier.gateway.pledge.Campaign;
import quartier.gateway.support.MatchFund;

/**
 * What a sponsor adds to a campaign.
 *
 * @param fund null when it can't be read now
 */
record Matching(Campaign.Allowance allowance, @Nullable MatchFund fund) {}
