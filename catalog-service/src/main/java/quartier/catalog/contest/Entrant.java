package quartier.catalog.contest;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A project that answers a call, as far as choosing needs to know it.
 *
 * @param carriers the members who carry it: its owner, and its team
 * @param call the call that it answers now
 * @param isPublic whether everybody may read it: only then is it judged
 */
public record Entrant(
        String project,
        String slug,
        String title,
        @Nullable String pitch,
        String owner,
        String ownerKind,
        Set<String> carriers,
        String territory,
        @Nullable String district,
        @Nullable String theme,
        String state,
        @Nullable String call,
        boolean isPublic) {

    public Entrant {
        carriers = Set.copyOf(carriers);
    }
}
