package quartier.support.offer;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who sees which offers: accepted ones everybody; all of them the project's owner and the supporter's agents. */
public final class ReadSupportOffers {

    private final SupportOffers offers;
    private final Surroundings surroundings;

    public ReadSupportOffers(SupportOffers offers, Surroundings surroundings) {
        this.offers = offers;
        this.surroundings = surroundings;
    }

    public Optional<SupportOffer> find(String id) {
        return offers.find(id);
    }

    /** @param seesAll the operator */
    public List<SupportOffer> ofProject(OfferFilter filter, @Nullable String reader, boolean seesAll) {
        String project = filter.project();
        boolean owner = reader != null
                && project != null
                && surroundings
                        .project(project)
                        .filter(found -> found.owner().equals(reader))
                        .isPresent();
        return offers.list(owner || seesAll ? filter : filter.only(OfferState.ACCEPTED));
    }

    /** @param seesAll an agent of the supporter, or the operator */
    public List<SupportOffer> ofSupporter(OfferFilter filter, boolean seesAll) {
        return offers.list(seesAll ? filter : filter.only(OfferState.ACCEPTED));
    }

    public List<SupportOffer> ofOwner(OfferFilter filter) {
        return offers.list(filter);
    }
}
