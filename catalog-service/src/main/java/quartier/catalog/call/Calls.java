package quartier.catalog.call;

import java.util.Optional;
import java.util.function.Function;

/** Where calls are kept. A call and what is told about it are stored together or not at all. */
public interface Calls {

    Optional<Call> find(String id);

    Optional<Call> findBySlug(String slug);

    /** One page, the latest opening first. */
    Page list(Search search);

    /** False when the id or the slug is taken. */
    boolean insert(Call announced);

    /** Loads, decides and writes with one guarded update; empty when there is no such call. */
    Optional<Decision> change(String id, Function<Call, Decision> decide);
}
