package quartier.gateway.call;

/** An amount in whole minor units (cents) of its currency. */
public record Money(long amount, String currency) {

    public static Money euros(long whole) {
        return new Money(Math.multiplyExact(whole, 100L), "EUR");
    }
}
