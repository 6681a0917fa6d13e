package quartier.support.radar;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was announced of a project at its launch, which never changes.
 *
 * @param territoryPath from the root of the tree to the project's own territory
 * @param currency of its goal and of all pledges, ISO 4217; null where it was heard of before this was kept
 * @param minimumPercent of its goal that residents must have given before supporters may offer
 * @param minimumBackers how many of them there must be by then
 */
public record LaunchedProject(
        String id,
        String slug,
        String title,
        String territory,
        List<String> territoryPath,
        @Nullable String district,
        String theme,
        String ownerKind,
        String owner,
        Instant launchedAt,
        @Nullable Instant deadline,
        long goalMinorUnits,
        @Nullable String currency,
        int minimumPercent,
        int minimumBackers) {

    public LaunchedProject {
        territoryPath = List.copyOf(territoryPath);
    }
}
