package quartier.support.radar.kafka;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.support.radar.LaunchedProject;

/** What this service reads of {@code quartier.project.launched.v1}. */
record ProjectEvent(
        String project,
        String slug,
        String title,
        String territory,
        List<String> territoryPath,
        @Nullable String district,
        String theme,
        String ownerKind,
        String owner,
        Instant launchedAt,
        Terms terms,
        @Nullable Support support) {

    record Terms(
            long goal, @Nullable Instant deadline, @Nullable String currency) {}

    record Support(int minimumPercent, int minimumBackers) {}

    LaunchedProject launched() {
        return new LaunchedProject(
                project,
                slug,
                title,
                territory,
                territoryPath,
                district,
                theme,
                ownerKind,
                owner,
                launchedAt,
                terms.deadline(),
                terms.goal(),
                terms.currency(),
                support == null ? 0 : support.minimumPercent(),
                support == null ? 0 : support.minimumBackers());
    }
}
