package quartier.catalog.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Where a territory may stand in the tree: below a wider one, never below itself, and for ever. */
final class TreeRules {

    private TreeRules() {}

    static List<Breach> check(
            String id,
            TerritoryForm form,
            Optional<Territory> before,
            Optional<Territory> parent,
            List<Territory> all) {
        List<Breach> found = new ArrayList<>();
        boolean circles = id.equals(form.parent())
                || parent.filter(above -> above.path().contains(id)).isPresent();
        Checks.when(circles, found, "parent", "territory-cycle");
        Checks.when(
                before.filter(known -> !Objects.equals(known.parent(), form.parent()))
                        .isPresent(),
                found,
                "parent",
                "parent-fixed");
        Checks.when(form.parent() != null && parent.isEmpty() && !circles, found, "parent", "unknown-parent");
        Kind.named(form.kind()).ifPresent(kind -> {
            boolean fits = parent.map(above -> kind.fitsIn(above.kind())).orElse(true)
                    && all.stream()
                            .filter(below -> id.equals(below.parent()))
                            .allMatch(below -> below.kind().fitsIn(kind));
            Checks.when(!fits && !circles, found, "kind", "kind-order");
        });
        return found;
    }
}
