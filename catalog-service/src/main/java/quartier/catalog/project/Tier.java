package quartier.catalog.project;

import org.jspecify.annotations.Nullable;

/**
 * What a backer gets from an amount upward.
 *
 * @param id unique in the project, for example {@code t1}; given by the service where the form has none
 * @param stock how many there are; null when unlimited
 * @param deliveryMonth {@code YYYY-MM}, as the owner wrote it; null when there is nothing to deliver
 * @param handover a {@link Handover}'s id, as the owner sent it; null when there is nothing to hand over
 * @param marketValue what the reward is worth, for tax receipts; null when it is not known
 */
public record Tier(
        String id,
        Money amount,
        String reward,
        @Nullable Integer stock,
        @Nullable String deliveryMonth,
        @Nullable Money marketValue,
        @Nullable String handover) {}
