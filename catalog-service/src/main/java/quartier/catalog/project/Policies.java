package quartier.catalog.project;

import java.util.List;
import java.util.Optional;

/** The policies as they are now. */
public interface Policies {

    Optional<Policy> of(String territory);

    /** The ids of the territories above which there is none. */
    List<String> roots();
}
