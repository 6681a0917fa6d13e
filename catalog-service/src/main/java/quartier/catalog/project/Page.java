package quartier.catalog.project;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next the cursor of the following page; null on the last */
public record Page(List<Project> projects, @Nullable Cursor next) {
    public Page {
        projects = List.copyOf(projects);
    }
}
