package quartier.support.offer;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where offers are kept. */
public interface SupportOffers {

    /** Stores a new one; false when its id is taken. */
    boolean add(SupportOffer offer);

    Optional<SupportOffer> find(String id);

    /** Decides on the offer as it is now and stores what changed, or empty when there is none. */
    Optional<Decision> change(String id, Function<SupportOffer, Decision> decide);

    /** The latest first. */
    List<SupportOffer> list(OfferFilter filter);
}
