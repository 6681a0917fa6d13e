package quartier.gateway.window;

import java.util.List;
import quartier.gateway.call.Part;
import quartier.gateway.catalog.Figures;
import quartier.gateway.catalog.Sums;
import quartier.gateway.catalog.Territory;

/** A territory on the front page, with what its projects come to; without, where that is missing for now. */
record Place(Territory territory, Part<Figures> figures) {

    static List<Place> all(List<Territory> territories, Part<Sums> sums) {
        return territories.stream()
                .filter(Territory::isWindow)
                .map(territory -> new Place(territory, sums.map(all -> all.in(territory.id()))))
                .toList();
    }
}
