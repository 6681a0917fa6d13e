package quartier.gateway.animation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.gateway.catalog.Catalog;
import quartier.gateway.catalog.Territory;
import quartier.gateway.signin.Member;

/** The territories that a member leads, and their themes. */
@Component
class Staffed {

    private final Catalog catalog;

    Staffed(Catalog catalog) {
        this.catalog = catalog;
    }

    List<Territory> places(Member member) {
        List<Territory> all = catalog.territories();
        return all.stream().filter(place -> member.animates(path(place, all))).toList();
    }

    List<Territory.Theme> themes() {
        return catalog.territories().stream()
                .flatMap(place -> place.themes().stream())
                .distinct()
                .toList();
    }

    private static List<String> path(@Nullable Territory place, List<Territory> all) {
        List<String> path = new ArrayList<>();
        Territory at = place;
        while (at != null && path.size() < all.size()) {
            path.addFirst(at.id());
            String parent = at.parent();
            at = all.stream()
                    .filter(other -> other.id().equals(parent))
                    .findFirst()
                    .orElse(null);
        }
        return path;
    }
}
