package quartier.gateway.pledge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;
import quartier.gateway.support.MatchRule;

/** A campaign as the one service that decides about its money sees it. */
public record Campaign(
        String id,
        String state,
        Money goal,
        Money cap,
        Instant deadline,
        Money collected,
        @Nullable Money held,
        long percent,
        int backers,
        List<Tier> tiers,
        @Nullable Money matched,
        List<Allowance> allowances,
        @Nullable LoanTerms loans) {

    public Campaign {
        tiers = tiers == null ? List.of() : List.copyOf(tiers);
        allowances = allowances == null ? List.of() : List.copyOf(allowances);
    }

    public record Tier(
            String id,
            int sold,
            @Nullable Integer left,
            @Nullable Boolean closed) {}

    /** What a sponsor's fund added, and what of it is left for certain. */
    public record Allowance(String fund, Money matched, Money left, MatchRule rule) {}

    /** How interest-free loans are repaid. */
    public record LoanTerms(Money perLender, int graceMonths, int instalments) {}

    public boolean is(String wanted) {
        return state.equals(wanted);
    }

    public Optional<Tier> tier(@Nullable String id) {
        return tiers.stream().filter(tier -> tier.id().equals(id)).findFirst();
    }
}
