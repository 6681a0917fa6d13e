package quartier.catalog.contest;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where things of one kind are kept, each with what is told about it; a change is one guarded write. */
public interface Kept<T extends OfACall> {

    Optional<T> find(String id);

    /** All that belong to the call. */
    List<T> of(String call);

    /**
     * Loads, or begins with {@code fresh}, decides and writes, unless nothing changed. Two that begin at once don't both
     * win: the second decides again on what the first wrote.
     */
    Outcome<T> change(T fresh, Function<T, Outcome<T>> decide);
}
