package quartier.pledge.payment;

/** What a provider is asked to move: positive whole minor units of one currency (ISO 4217). */
public record Amount(long minorUnits, String currency) {

    public Amount {
        if (minorUnits <= 0) {
            throw new IllegalArgumentException("A provider moves positive amounts only, not " + minorUnits);
        }
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("Not an ISO 4217 code: " + currency);
        }
    }
}
