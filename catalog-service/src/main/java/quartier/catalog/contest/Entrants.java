package quartier.catalog.contest;

import java.util.List;
import java.util.Optional;

/** The projects as they are now. */
public interface Entrants {

    /** In whatever state. */
    Optional<Entrant> find(String project);

    /** The public ones that answer the call, the newest first, {@value #MOST} at most. */
    List<Entrant> of(String call);

    int MOST = 500;
}
