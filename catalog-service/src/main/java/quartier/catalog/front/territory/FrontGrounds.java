package quartier.catalog.front.territory;

import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import quartier.catalog.front.Ground;
import quartier.catalog.front.Grounds;
import quartier.catalog.territory.ReadTerritories;
import quartier.catalog.territory.Theme;

/** Front pages are those of the territories of this service. */
@Component
final class FrontGrounds implements Grounds {

    private final ReadTerritories territories;

    FrontGrounds(ReadTerritories territories) {
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
