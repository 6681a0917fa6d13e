package quartier.support.supporter;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where organisations are kept. */
public interface Supporters {

    record Versioned(Supporter supporter, long version) {}

    /** Stores a new one; false when its id or its registration is taken. */
    boolean add(Supporter supporter);

    Optional<Versioned> find(String id);

    Optional<Supporter> registeredAs(String registration);

    /** Decides on the organisation as it is now and stores what changed, or empty when there is none. */
    Optional<Judgement> change(String id, Function<Supporter, Judgement> decide);

    /**
     * By id.
     *
     * @param state only these, or all when null
     * @param after where the page before ended, or null
     */
    List<Supporter> list(@Nullable SupporterState state, @Nullable String after, int limit);

    /** Those that this member registered or acts for, approved or not. */
    List<Supporter> of(Agent agent);
}
