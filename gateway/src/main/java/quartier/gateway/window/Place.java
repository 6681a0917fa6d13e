package quartier.gateway.window;

import java.util.List;
import quartier.gateway.catalog.Project;
import quartier.gateway.catalog.Territory;

/** A territory on the front page, with the number of its projects that can be backed now. */
record Place(Territory territory, long live, Figures figures) {

    static List<Place> all(List<Territory> territories, List<Project> projects) {
        return territories.stream()
                .filter(Territory::isWindow)
                .map(territory -> of(
                        territory,
                        projects.stream()
                                .filter(project -> project.territory().equals(territory.id()))
                                .toList()))
                .toList();
    }

    private static Place of(Territory territory, List<Project> its) {
        return new Place(
                territory, its.stream().filter(project -> project.is("live")).count(), Figures.of(its));
    }
}
