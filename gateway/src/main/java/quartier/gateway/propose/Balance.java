package quartier.gateway.propose;

import java.util.stream.Stream;
import quartier.gateway.call.Money;
import quartier.gateway.page.Euros;

/**
 * What is spent beside what comes in, as far as it can be read while one types; the catalog judges when it is submitted.
 *
 * @param difference of what comes in, less what is spent: zero when they balance
 */
public record Balance(Money spent, Money covered, Money difference) {

    private static final long ABSURD = 1_000_000_000_00L;

    static Balance of(ProjectForm form) {
        long spent = sum(form.budget().stream().flatMap(line -> Euros.parse(line.amount()).stream()));
        long covered = sum(Stream.concat(
                Euros.parse(form.goal()).stream(),
                form.otherFunding().stream().flatMap(line -> Euros.parse(line.amount()).stream())));
        return new Balance(euros(spent), euros(covered), euros(covered - spent));
    }

    private static Money euros(long cents) {
        return new Money(cents, "EUR");
    }

    public boolean isEven() {
        return difference.amount() == 0;
    }

    private static long sum(Stream<Money> typed) {
        return typed.mapToLong(Money::amount)
                .filter(cents -> cents > 0 && cents < ABSURD)
                .sum();
    }
}
