package quartier.support.offer;

import java.util.Optional;

/** What an offer has to know of what is decided elsewhere, from this service's own projections. */
public interface Surroundings {

    Optional<SupportedProject> project(String id);

    boolean supporterApproved(String id);
}
