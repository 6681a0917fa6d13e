package quartier.catalog.front;

import java.util.Optional;

/** Where front pages are kept; what is told about one is stored with it. */
public interface FrontPages {

    Optional<FrontPage> find(String territory);

    /** False when somebody else was faster. */
    boolean save(FrontPage page, long expectedVersion);
}
