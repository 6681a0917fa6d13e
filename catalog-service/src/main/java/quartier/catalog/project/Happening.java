package quartier.catalog.project;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a project's history: what was asked, and whether it happened.
 *
 * @param by a member's id, or {@code pledge-service}
 * @param action for example {@code launch}
 * @param to the state that followed; null when the request was refused
 * @param refusal the code of the reason when it was refused
 * @param details which fields broke which rule, as {@code field: rule}
 */
public record Happening(
        Instant at,
        String by,
        String action,
        ProjectState from,
        @Nullable ProjectState to,
        @Nullable String refusal,
        List<String> details) {
    public Happening {
        details = List.copyOf(details);
    }
}
