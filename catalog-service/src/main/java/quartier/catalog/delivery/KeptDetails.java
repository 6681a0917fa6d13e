package quartier.catalog.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where backers' details are kept: sealed, by pledge, apart from everything else. */
public interface KeptDetails {

    record Given(String pledge, Instant at) {}

    void keep(String pledge, Details details, Instant at);

    Optional<Details> find(String pledge);

    void erase(String pledge);

    /** Those after this pledge, in the order of their names; empty for the first. */
    List<Given> after(String pledge, int limit);
}
