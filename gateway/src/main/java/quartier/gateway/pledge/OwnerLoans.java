package quartier.gateway.pledge;

import java.time.Instant;
import java.util.List;
import quartier.gateway.call.Money;

/** What a project's owner owes to its lenders. */
public record OwnerLoans(
        String campaign,
        Campaign.LoanTerms terms,
        Money lent,
        Money outstanding,
        Money arrears,
        List<Instalment> instalments) {

    public OwnerLoans {
        instalments = instalments == null ? List.of() : List.copyOf(instalments);
    }

    public record Instalment(int n, Instant due, Money amount, Money paid, boolean overdue) {

        /** {@code paid}, {@code overdue}, {@code partly} or {@code planned} */
        public String state() {
            if (paid.amount() >= amount.amount()) {
                return "paid";
            }
            if (overdue) {
                return "overdue";
            }
            return paid.amount() > 0 ? "partly" : "planned";
        }
    }
}
