package quartier.catalog.contest;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A phase of a call that began and is told: once, whatever is changed of its dates afterwards.
 *
 * @param until when it ends
 * @param projects those that the call chooses from; none before it chooses
 */
public record Begun(
        String id,
        String call,
        String slug,
        Running.Title title,
        String territory,
        List<String> territoryPath,
        Stage stage,
        Instant at,
        @Nullable Instant until,
        List<Concerned> projects)
        implements OfACall {

    /** @param carriers the members of its team, its owner among them */
    public record Concerned(String project, String slug, String title, Set<String> carriers) {
        public Concerned {
            carriers = Set.copyOf(carriers);
        }
    }

    public Begun {
        territoryPath = List.copyOf(territoryPath);
        projects = List.copyOf(projects);
    }

    static String id(String call, Stage stage) {
        return call + ":" + stage;
    }
}
