package quartier.pledge.receipt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pledge whose payment was captured, with what decides about its tax receipt.
 *
 * @param backer the member's opaque id
 * @param organisation in whose name, if not the member's own
 * @param currency ISO 4217
 * @param paidAt when the payment was captured; the date of the gift
 * @param reward what the backer gets, or would have got had they not waived it
 */
public record Gift(
        String pledge,
        String campaign,
        String backer,
        @Nullable String organisation,
        Kind kind,
        Giver giver,
        long amountMinorUnits,
        String currency,
        Instant paidAt,
        @Nullable Reward reward,
        Standing standing) {

    public enum Kind {
        GIFT,
        LOAN
    }

    /** An association or a foundation gives as a company does: under its own name and number. */
    public enum Giver {
        PERSON,
        COMPANY
    }

    /** @param marketValueMinorUnits what it would cost; where the owner did not say, the whole amount of its tier */
    public record Reward(String description, long marketValueMinorUnits, boolean waived) {}

    /** Where the money is. */
    public sealed interface Standing {

        /** Held until the verdict, or owed to the owner. */
        record Held() implements Standing {}

        /** The campaign was funded and the money was paid out. */
        record Released(Instant at) implements Standing {}

        /** It went back or goes back to the backer, or was never kept. */
        record GivenBack() implements Standing {}
    }

    public Gift {
        if (amountMinorUnits <= 0) {
            throw new IllegalArgumentException("a gift is positive, not " + amountMinorUnits);
        }
    }
}
