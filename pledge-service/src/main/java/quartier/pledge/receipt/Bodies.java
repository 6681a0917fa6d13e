package quartier.pledge.receipt;

import java.util.List;
import java.util.Optional;

/** The bodies with a mandate, and the campaigns whose money they receive. */
public interface Bodies {

    Optional<Body> find(String id);

    List<Body> all();

    /** Stores a body if it stands at the version before (0: not at all); false when it does not. */
    boolean store(Body body);

    Optional<Body> ofCampaign(String campaign);

    /** Says whom a campaign's money is for; false when it is said already, and of another one. */
    boolean assign(String campaign, String body);
}
