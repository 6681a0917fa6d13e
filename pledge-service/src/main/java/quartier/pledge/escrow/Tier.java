package quartier.pledge.escrow;

import org.jspecify.annotations.Nullable;

/**
 * A reward that a backer gets from an amount upward.
 *
 * @param stock how many can be had; null is unlimited
 * @param deliveryMonth {@code YYYY-MM}, when the owner means to deliver
 * @param marketValueMinorUnits what the reward is worth, for tax receipts; null is not known
 */
public record Tier(
        String id,
        long amountMinorUnits,
        String reward,
        @Nullable Integer stock,
        @Nullable String deliveryMonth,
        @Nullable Long marketValueMinorUnits) {

    public Tier {
        if (amountMinorUnits <= 0) {
            throw new IllegalArgumentException("a tier's amount is positive, not " + amountMinorUnits);
        }
        if (stock != null && stock < 0) {
            throw new IllegalArgumentException("a tier's stock is not negative");
        }
        if (marketValueMinorUnits != null && marketValueMinorUnits < 0) {
            throw new IllegalArgumentException("a reward's value is not negative");
        }
    }
}
