package quartier.catalog.call.territory;

import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import quartier.catalog.call.Ground;
import quartier.catalog.call.Grounds;
import quartier.catalog.territory.ReadTerritories;
import quartier.catalog.territory.Theme;

/** Calls stand on the territories of this service. */
@Component
final class TerritoryGrounds implements Grounds {

    private final ReadTerritories territories;

    TerritoryGrounds(ReadTerritories territories) {
        this.territories = territories;
    }

    @Override
    public Optional<Ground> of(String territory) {
        return territories
                .find(territory)
                .map(found -> new Ground(
                        found.id(),
                        found.path(),
                        found.themes().stream().map(Theme::id).collect(Collectors.toSet())));
    }
}
