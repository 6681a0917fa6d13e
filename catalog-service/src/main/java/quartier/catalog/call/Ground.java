package quartier.catalog.call;

import java.util.List;
import java.util.Set;

/**
 * A territory, as far as a call needs to know it.
 *
 * @param path ids from the root of the tree to the territory itself
 */
public record Ground(String territory, List<String> path, Set<String> themes) {
    public Ground {
        path = List.copyOf(path);
        themes = Set.copyOf(themes);
    }
}
