package quartier.gateway.pledge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;

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
        List<Tier> tiers) {

    public Campaign {
        tiers = tiers == null ? List.of() : List.copyOf(tiers);
    }

    public record Tier(String id, int sold, @Nullable Integer left) {}

    public boolean is(String wanted) {
        return state.equals(wanted);
    }

    public Optional<Tier> tier(@Nullable String id) {
        return tiers.stream().filter(tier -> tier.id().equals(id)).findFirst();
    }
}
