package quartier.catalog.staff.territory;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import quartier.catalog.staff.Workplaces;
import quartier.catalog.territory.ReadTerritories;
import quartier.catalog.territory.Territory;

/** Staff work for the territories of this service. */
@Component
final class TerritoryWorkplaces implements Workplaces {

    private final ReadTerritories territories;

    TerritoryWorkplaces(ReadTerritories territories) {
        this.territories = territories;
    }

    @Override
    public List<String> pathOf(String territory) {
        return territories.own(territory).map(Territory::path).orElse(List.of());
    }

    @Override
    public List<String> around(String territory) {
        Stream<String> below = territories.all().stream()
                .filter(other -> other.path().contains(territory))
                .map(Territory::id);
        return Stream.concat(pathOf(territory).stream(), below).distinct().toList();
    }
}
