package quartier.catalog.project.web;

import org.jspecify.annotations.Nullable;
import quartier.catalog.project.Money;

/** @param amount whole minor units; a fraction is refused as unreadable before it comes here */
record MoneyJson(@Nullable Long amount, @Nullable String currency) {

    static MoneyJson of(Money money) {
        return new MoneyJson(money.amount(), money.currency());
    }

    static MoneyJson of(long minorUnits, String currency) {
        return new MoneyJson(minorUnits, currency);
    }
}
