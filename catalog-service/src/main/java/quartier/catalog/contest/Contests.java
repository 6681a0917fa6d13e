package quartier.catalog.contest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The calls for projects as they stand at a moment. */
public interface Contests {

    Optional<Contest> find(String call, Instant now);

    /** Those that do not wait for their beginning, nor have nothing but their result left. */
    List<Running> running(Instant now);
}
