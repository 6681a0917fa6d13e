package quartier.gateway.page;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;

/** An amount as people type it: « 1 250,50 € », “1250.50”. */
public final class Euros {

    private static final BigDecimal MOST = new BigDecimal("100000000");

    private Euros() {}

    /** Nothing when it is no positive amount in whole cents. */
    public static Optional<Money> parse(@Nullable String typed) {
        if (typed == null || typed.length() > 30) {
            return Optional.empty();
        }
        try {
            String plain = typed.replaceAll("[\\s\\u00a0\\u202f€]", "").replace(',', '.');
            BigDecimal amount = new BigDecimal(plain);
            if (amount.signum() <= 0 || amount.scale() > 2 || amount.compareTo(MOST) > 0) {
                return Optional.empty();
            }
            return Optional.of(new Money(amount.movePointRight(2).longValueExact(), "EUR"));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** As it stands in a form's field again: {@code 12.5} euros are {@code 12.50}. */
    public static String typed(@Nullable Money money) {
        if (money == null) {
            return "";
        }
        BigDecimal amount = BigDecimal.valueOf(money.amount(), 2);
        return money.amount() % 100 == 0 ? amount.toBigInteger().toString() : amount.toPlainString();
    }
}
