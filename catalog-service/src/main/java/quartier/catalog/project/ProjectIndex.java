package quartier.catalog.project;

import java.time.Instant;
import java.util.function.Consumer;

/** What makes public projects findable on this replica. It can always be made anew from {@link Projects}. */
public interface ProjectIndex {

    /**
     * @param digest of all that the index holds: the same on each replica that has heard the same
     * @param builtAt when it was last made from nothing
     */
    record Contents(long projects, String digest, Instant builtAt) {}

    /** Takes in a project, unless it is not public or the index has this version or a newer one. */
    void put(Project project);

    /** Makes the index from nothing, while the present one still answers and takes in what changes meanwhile. */
    void rebuild(Consumer<Consumer<Project>> all);

    Contents contents();
}
