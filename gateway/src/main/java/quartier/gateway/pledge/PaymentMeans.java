package quartier.gateway.pledge;

/**
 * What can be paid with.
 *
 * @param provider {@code sandbox}, {@code stripe}
 * @param cardEntry {@code our_form} or {@code hosted_page}
 */
public record PaymentMeans(String provider, String cardEntry) {

    /** Only invented money: everywhere else the provider asks for the card itself. */
    public boolean isCardTypedHere() {
        return cardEntry.equals("our_form");
    }
}
