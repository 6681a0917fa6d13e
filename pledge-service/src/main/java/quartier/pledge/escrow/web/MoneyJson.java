package quartier.pledge.escrow.web;

import quartier.pledge.escrow.Money;

/**
 * Money as it stands in JSON.
 *
 * @param amount whole minor units
 * @param currency ISO 4217
 */
public record MoneyJson(long amount, String currency) {

    public static MoneyJson of(Money money) {
        return new MoneyJson(money.minorUnits(), money.currency());
    }
}
