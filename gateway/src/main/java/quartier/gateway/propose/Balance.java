package quartier.gateway.propose;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        long spent =
                sum(form.budget().stream().map(ProjectForm.OtherRow::amount).toList());
        long covered = sum(Stream.concat(
                        Stream.of(form.goal()), form.otherFunding().stream().map(ProjectForm.OtherRow::amount))
                .toList());
        return new Balance(euros(spent), euros(covered), euros(covered - spent));
    }

    private static Money euros(long cents) {
        return new Money(cents, "EUR");
    }

    public boolean isEven() {
        return difference.amount() == 0;
    }

    private static long sum(List<@Nullable String> typed) {
        return typed.stream()
                .flatMap(text -> Euros.parse(text).stream())
                .mapToLong(Money::amount)
                .filter(cents -> cents > 0 && cents < ABSURD)
                .sum();
    }
}
