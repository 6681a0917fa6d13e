package quartier.notification.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known here of a project, from what was heard so far.
 *
 * @param owner null while only its campaign was heard of
 * @param open whether its page is public, so that one may follow it
 * @param territoryPath ids from the root of the tree to its own territory; empty while unknown
 */
public record Project(
        String id,
        @Nullable String title,
        @Nullable String slug,
        @Nullable String owner,
        boolean open,
        List<String> territoryPath) {

    public Project {
        territoryPath = List.copyOf(territoryPath);
    }
}
