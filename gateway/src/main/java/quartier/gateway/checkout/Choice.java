package quartier.gateway.checkout;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;
import quartier.gateway.campaign.Standing;
import quartier.gateway.page.Euros;

/**
 * What the backer chose in the first step.
 *
 * @param tier the reward's id, or nothing for none
 * @param amount whole euros of a chip, or {@code libre}
 * @param free what was typed, in euros
 */
record Choice(
        @Nullable String tier,
        @Nullable String amount,
        @Nullable String free) {

    /** Nothing when it is no amount. */
    Optional<Money> money() {
        return Euros.parse(free != null && !free.isBlank() ? free : amount);
    }

    /** The message key of what is wrong, before anything is asked of the pledge-service, which decides. */
    Optional<String> wrong(Standing standing) {
        Optional<Money> given = money();
        if (given.isEmpty()) {
            return Optional.of("checkout.wrong.amount");
        }
        return standing.tier(tier).flatMap(chosen -> {
            if (chosen.closed()) {
                return Optional.of("checkout.wrong.closed");
            }
            if (chosen.isSoldOut()) {
                return Optional.of("checkout.wrong.soldOut");
            }
            return given.get().amount() < chosen.amount().amount()
                    ? Optional.of("checkout.wrong.belowTier")
                    : Optional.empty();
        });
    }

    public boolean isTier(String id) {
        return id.equals(tier);
    }
}
