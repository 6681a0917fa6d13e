package quartier.pledge.escrow;

/**
 * An amount in whole minor units (cents) of one currency.
 *
 * @param minorUnits may be negative in a ledger; rules that want it positive say so
 * @param currency ISO 4217, three capital letters
 */
public record Money(long minorUnits, String currency) {

    public Money {
        if (currency.length() != 3 || !currency.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
            throw new IllegalArgumentException("not an ISO 4217 code: " + currency);
        }
    }

    /**
     * @throws ArithmeticException when the sum does not fit 64 bits
     * @throws IllegalArgumentException when the currencies differ
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not add up");
        }
        return new Money(Math.addExact(minorUnits, other.minorUnits), currency);
    }
}
