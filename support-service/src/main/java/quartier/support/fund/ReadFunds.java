package quartier.support.fund;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists of funds; who may see a draft is the caller's matter. */
public final class ReadFunds {

    private final MatchFunds funds;

    public ReadFunds(MatchFunds funds) {
        this.funds = funds;
    }

    public Optional<MatchFund> find(String id) {
        return funds.find(id);
    }

    public List<MatchFund> ofSponsor(String sponsor, @Nullable String after, int limit) {
        return funds.list(sponsor, null, after, limit);
    }

    /** For the operator: in this state, or all. */
    public List<MatchFund> all(@Nullable FundState state, @Nullable String after, int limit) {
        return funds.list(null, state, after, limit);
    }
}
