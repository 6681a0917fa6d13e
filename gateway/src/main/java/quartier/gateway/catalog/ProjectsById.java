package quartier.gateway.catalog;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import quartier.gateway.call.Bearer;
import quartier.gateway.call.Part;
import quartier.gateway.call.Parts;

/** Some projects by their ids, asked for at the same time; one that is missing is shown without its name. */
@Component
public class ProjectsById {

    private final Catalog catalog;
    private final Parts parts;

    ProjectsById(Catalog catalog, Parts parts) {
        this.catalog = catalog;
        this.parts = parts;
    }

    public Map<String, Project> of(Bearer bearer, Stream<String> ids) {
        Map<String, Supplier<Part<Project>>> asked = new HashMap<>();
        ids.distinct().forEach(id -> asked.put(id, parts.start(() -> catalog.project(bearer, id))));
        Map<String, Project> found = new HashMap<>();
        asked.forEach((id, answer) -> {
            Project project = answer.get().getValue();
            if (project != null) {
                found.put(id, project);
            }
        });
        return found;
    }
}
