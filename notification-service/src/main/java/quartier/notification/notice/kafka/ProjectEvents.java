package quartier.notification.notice.kafka;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.notification.notice.Announcement;
import quartier.notification.notice.Argument;
import quartier.notification.notice.NoticeKind;
import quartier.notification.notice.Project;
import quartier.notification.notice.TellMembers;
import quartier.platform.messaging.ReceivedEvent;

/** {@code quartier.catalog.projects} */
@Component
final class ProjectEvents {

    record Data(
            String project,
            String slug,
            String title,
            String owner,
            List<String> territoryPath,
            @Nullable Terms terms,
            @Nullable Update update,
            @Nullable String reason) {
        Data {
            Objects.requireNonNull(project, "project");
            Objects.requireNonNull(owner, "owner");
            territoryPath = territoryPath == null ? List.of() : List.copyOf(territoryPath);
        }
    }

    record Terms(String currency, long goal, Instant deadline) {}

    record Update(String title) {}

    private final TellMembers tell;
    private final UnknownEvents unknown;

    ProjectEvents(TellMembers tell, UnknownEvents unknown) {
        this.tell = tell;
        this.unknown = unknown;
    }

    void hear(ReceivedEvent event) {
        switch (event.type()) {
            case "quartier.project.submitted.v1" -> keep(event, false);
            case "quartier.project.changes-requested.v1" -> announce(event, NoticeKind.CHANGES_REQUESTED, false);
            case "quartier.project.refused.v1" -> announce(event, NoticeKind.REFUSED, false);
            case "quartier.project.approved.v1" -> announce(event, NoticeKind.APPROVED, false);
            case "quartier.project.launched.v1" -> announce(event, NoticeKind.LAUNCHED, true);
            case "quartier.project.updated.v1" -> announce(event, NoticeKind.UPDATE_POSTED, true);
            case "quartier.project.suspended.v1" -> announce(event, NoticeKind.SUSPENDED, true);
            case "quartier.project.resumed.v1" -> announce(event, NoticeKind.RESUMED, true);
            case "quartier.project.cancelled.v1" -> announce(event, NoticeKind.CANCELLED, true);
            case "quartier.project.realised.v1" -> announce(event, NoticeKind.REALISED, true);
            case "quartier.project.silent.v1" -> announce(event, NoticeKind.SILENT, true);
            case "quartier.project.tier-closed.v1" -> {} // its page shows it; nobody loses anything
            default -> unknown.count(event);
        }
    }

    private Data keep(ReceivedEvent event, boolean open) {
        Data data = event.dataAs(Data.class);
        tell.hear(
                new Project(data.project(), data.title(), data.slug(), data.owner(), open, data.territoryPath()),
                event.sequence());
        return data;
    }

    private void announce(ReceivedEvent event, NoticeKind kind, boolean open) {
        Data data = keep(event, open);
        tell.announce(new Announcement(event.id(), data.project(), kind, arguments(kind, data), event.time()));
    }

    private static List<Argument> arguments(NoticeKind kind, Data data) {
        if (kind == NoticeKind.LAUNCHED) {
            Terms terms = Objects.requireNonNull(data.terms(), "terms");
            return List.of(new Argument.Money(terms.goal(), terms.currency()), new Argument.Moment(terms.deadline()));
        }
        if (kind == NoticeKind.UPDATE_POSTED) {
            Update update = Objects.requireNonNull(data.update(), "update");
            return List.of(new Argument.Text(update.title()));
        }
        if (kind == NoticeKind.SUSPENDED || kind == NoticeKind.CANCELLED) {
            return List.of(new Argument.Text(Objects.requireNonNull(data.reason(), "reason")));
        }
        return List.of();
    }
}
