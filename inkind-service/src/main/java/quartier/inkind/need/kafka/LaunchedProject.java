package quartier.inkind.need.kafka;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quartier.inkind.need.Need;
import quartier.inkind.need.NeedKind;
import quartier.inkind.need.ProjectReference;
import quartier.inkind.need.Standing;
import quartier.platform.messaging.ReceivedEvent;

/** What this service reads of {@code quartier.project.launched.v1}. */
record LaunchedProject(
        String project,
        String slug,
        String title,
        String territory,
        List<String> territoryPath,
        String owner,
        @Nullable List<NeedOfProject> needs) {

    record NeedOfProject(
            String id,
            String kind,
            String title,
            int quantity,
            @Nullable String description) {}

    List<Need> published(ReceivedEvent event) {
        var reference = new ProjectReference(project, slug, title, owner, territory, territoryPath);
        return needs == null
                ? List.of()
                : needs.stream()
                        .map(need -> new Need(
                                Need.id(project, need.id()),
                                reference,
                                NeedKind.valueOf(need.kind().toUpperCase(Locale.ROOT)),
                                need.title(),
                                need.description(),
                                need.quantity(),
                                event.time(),
                                Standing.RUNNING,
                                event.sequence(),
                                List.of()))
                        .toList();
    }
}
