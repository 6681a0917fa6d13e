package quartier.pledge.settlement;

import java.util.Optional;

/** Whom the provider may pay. */
public interface VerifiedPayees {

    /** The provider's reference of a member whose identity it has checked. */
    Optional<String> verified(String member);
}
