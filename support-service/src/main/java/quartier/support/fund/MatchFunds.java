package quartier.support.fund;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where funds are kept. */
public interface MatchFunds {

    /** Stores a new one; false when its id is taken. */
    boolean add(MatchFund fund);

    Optional<MatchFund> find(String id);

    /** The ids of funds with an allowance of this campaign that was not released. */
    List<String> promisingTo(String campaign);

    /** Decides on the fund as it is now and stores what changed, or empty when there is none. */
    Optional<Decision> change(String id, Function<MatchFund, Decision> decide);

    /**
     * By id.
     *
     * @param state only these, or all when null
     * @param after where the page before ended, or null
     */
    List<MatchFund> list(@Nullable String sponsor, @Nullable FundState state, @Nullable String after, int limit);
}
