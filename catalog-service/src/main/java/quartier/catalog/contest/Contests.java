package quartier.catalog.contest;

import java.time.Instant;
import java.util.Optional;

/** The calls for projects as they stand at a moment. */
public interface Contests {

    Optional<Contest> find(String call, Instant now);
}
