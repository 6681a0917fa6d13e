package quartier.gateway.pledge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;

/** A member's own interest-free loan. */
public record Loan(
        String pledge,
        String campaign,
        String state,
        Money amount,
        Money repaid,
        @Nullable Money underWay,
        Money outstanding,
        Campaign.@Nullable LoanTerms terms,
        List<Instalment> instalments) {

    public Loan {
        instalments = instalments == null ? List.of() : List.copyOf(instalments);
    }

    /** Something should have come back by now and has not. */
    public boolean isLate() {
        return instalments.stream().anyMatch(instalment -> instalment.overdue() && !instalment.paid());
    }

    public record Instalment(int n, Instant due, Money amount, boolean overdue, boolean paid) {}
}
