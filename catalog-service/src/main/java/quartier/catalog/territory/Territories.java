package quartier.catalog.territory;

import java.util.List;
import java.util.Optional;

/** Where territories are kept, each with what it says itself and its own events in one document. */
public interface Territories {

    Optional<Territory> find(String id);

    /** All of them; there are hundreds at most. */
    List<Territory> all();

    /** False when the id is taken. */
    boolean insert(Territory first);

    /** False when the stored one is not the version just before this one. */
    boolean replace(Territory next);

    /** Gives the territory this host name for as long as it wants it; false when another one has it. */
    boolean claimHost(String host, String territory);

    void releaseHost(String host, String territory);
}
