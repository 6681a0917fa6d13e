package quartier.gateway.checkout;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import quartier.gateway.campaign.Standing;

/**
 * What the backer chose in the first step.
 *
 * @param tier the reward's id, or nothing for none
 * @param amount whole euros of a chip, or {@code libre}
 * @param free what was typed, in euros
 */
record Choice(@Nullable String tier, @Nullable String amount, @Nullable String free) {

    private static final BigDecimal MOST = new BigDecimal("1000000");

    /** In cents; nothing when it is no amount. */
    OptionalLong cents() {
        String typed = free != null && !free.isBlank() ? free : amount;
        return centsOf(typed);
    }

    static OptionalLong centsOf(@Nullable String euros) {
        if (euros == null) {
            return OptionalLong.empty();
        }
        try {
            String plain = euros.replaceAll("[\\s\\u00a0\\u202f€]", "").replace(',', '.');
            BigDecimal amount = new BigDecimal(plain);
            if (amount.signum() <= 0 || amount.scale() > 2 || amount.compareTo(MOST) > 0) {
                return OptionalLong.empty();
            }
            return OptionalLong.of(amount.movePointRight(2).longValueExact());
        } catch (NumberFormatException noNumber) {
            return OptionalLong.empty();
        }
    }

    /** The message key of what is wrong, before anything is asked of the pledge-service, which decides. */
    Optional<String> wrong(Standing standing) {
        if (cents().isEmpty()) {
            return Optional.of("checkout.wrong.amount");
        }
        return standing.tier(tier).flatMap(chosen -> {
            if (chosen.isSoldOut()) {
                return Optional.of("checkout.wrong.soldOut");
            }
            return cents().getAsLong() < chosen.amount().amount()
                    ? Optional.of("checkout.wrong.belowTier")
                    : Optional.empty();
        });
    }

    public boolean isTier(String id) {
        return id.equals(tier);
    }
}
