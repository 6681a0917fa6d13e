package quartier.catalog.project;

import java.util.Optional;

/** The calls for projects as they are now. */
public interface Calls {

    Optional<AnsweredCall> find(String id);
}
