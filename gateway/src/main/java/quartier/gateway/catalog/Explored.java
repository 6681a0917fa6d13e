package quartier.gateway.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page of what was found, and how all of it falls. */
public record Explored(
        List<Project> items,
        @Nullable String next,
        @Nullable Long total,
        Map<String, List<Facet>> facets) {

    public Explored {
        items = items == null ? List.of() : List.copyOf(items);
        facets = facets == null ? Map.of() : Map.copyOf(facets);
    }

    public record Facet(String value, int count) {}

    public List<Facet> facet(String name) {
        return facets.getOrDefault(name, List.of());
    }
}
