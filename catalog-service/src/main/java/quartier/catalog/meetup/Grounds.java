package quartier.catalog.meetup;

import java.util.List;
import java.util.Optional;

/** The territories as they are now. */
public interface Grounds {

    /** Ids from the root of the tree to the territory. */
    Optional<List<String>> pathOf(String territory);
}
