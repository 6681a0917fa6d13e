package quartier.catalog.front;

import java.util.List;
import java.util.Set;

/** A territory, as far as its front page needs to know it. */
public record Ground(String territory, List<String> path, Set<String> themes) {
    public Ground {
        path = List.copyOf(path);
        themes = Set.copyOf(themes);
    }
}
