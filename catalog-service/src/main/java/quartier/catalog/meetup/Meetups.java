package quartier.catalog.meetup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where meetups are kept. A meetup, who comes and what is told about it are stored together or not at all. */
public interface Meetups {

    Optional<Meetup> find(String id);

    Optional<Meetup> findBySlug(String slug);

    /**
     * Those that end after this moment, the next first.
     *
     * @param territories whose meetups are meant; null for all
     */
    List<Meetup> coming(@Nullable List<String> territories, Instant after, int limit);

    /** Those that begin in this time, are to take place, and whose guests were not reminded. */
    List<Meetup> toRemind(Instant from, Instant until);

    /** False when the id or the slug is taken. */
    boolean insert(Meetup announced);

    /** Loads, decides and writes with one guarded update; empty when there is no such meetup. */
    Optional<Decision> change(String id, Function<Meetup, Decision> decide);
}
