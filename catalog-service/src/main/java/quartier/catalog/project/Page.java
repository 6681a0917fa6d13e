package quartier.catalog.project;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param next the cursor of the following page; null on the last
 * @param facets null where nobody asked for them
 */
public record Page(
        List<Project> projects,
        @Nullable Cursor next,
        @Nullable Facets facets) {
    public Page {
        projects = List.copyOf(projects);
    }
}
