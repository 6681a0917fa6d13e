package quartier.support.offer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

final class OffersInMemory implements SupportOffers {

    private final Map<String, SupportOffer> offers = new LinkedHashMap<>();

    @Override
    public boolean add(SupportOffer offer) {
        return offers.putIfAbsent(offer.id(), offer) == null;
    }

    @Override
    public Optional<SupportOffer> find(String id) {
        return Optional.ofNullable(offers.get(id));
    }

    @Override
    public Optional<Decision> change(String id, Function<SupportOffer, Decision> decide) {
        return find(id).map(offer -> {
            Decision decision = decide.apply(offer);
            if (decision instanceof Decision.Changed(SupportOffer next)) {
                offers.put(id, next);
            }
            return decision;
        });
    }

    @Override
    public List<SupportOffer> list(OfferFilter filter) {
        return new ArrayList<>(offers.values());
    }
}
