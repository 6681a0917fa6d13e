package quartier.pledge.payment;

import java.time.Duration;
import java.util.List;

/**
 * What a provider can do for us.
 *
 * @param partialRefunds whether a payment can go back in parts
 */
public record Capabilities(List<Means> means, boolean payouts, boolean partialRefunds, CardEntry cardEntry) {

    public Capabilities {
        means = List.copyOf(means);
    }

    /** Where a card's number is typed. */
    public enum CardEntry {
        /** In our own form. Only for invented money: nobody else's number may ever come to us. */
        OUR_FORM,
        /** On the provider's page, where a payment without a method sends its backer. */
        HOSTED_PAGE
    }

    /**
     * One means of payment.
     *
     * @param name {@code card}, {@code sepa_debit}
     * @param capturesWithin how long a payment may stay pending; zero when it is answered at once
     * @param reversibleFor how long after its capture the payer may take it back without a reason; zero for never
     */
    public record Means(String name, Duration capturesWithin, Duration reversibleFor) {

        /** Not to be offered close to a deadline. */
        public boolean isSlow() {
            return capturesWithin.isPositive();
        }
    }
}
