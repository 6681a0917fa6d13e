package quartier.catalog.front;

import java.util.Optional;

/** The territories as they are now. */
public interface Grounds {

    Optional<Ground> of(String territory);
}
