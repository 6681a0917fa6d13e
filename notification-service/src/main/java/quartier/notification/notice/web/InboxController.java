package quartier.notification.notice.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import quartier.notification.notice.Notice;
import quartier.notification.notice.NoticeCursor;
import quartier.notification.notice.Notices;
import quartier.notification.notice.Project;
import quartier.notification.notice.Projects;
import quartier.notification.notice.Wording;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;

/** Each member's own inbox; there is no way to name anybody else's. */
@RestController
final class InboxController {

    /** @param path of the page where it leads, on the site */
    record NoticeView(
            String id,
            String kind,
            @Nullable String project,
            @Nullable String reference,
            String subject,
            String text,
            String path,
            Instant at,
            @Nullable Instant readAt) {}

    private final Notices notices;
    private final Projects projects;
    private final Wording wording;
    private final Clock clock;

    InboxController(Notices notices, Projects projects, Wording wording, Clock clock) {
        this.notices = notices;
        this.projects = projects;
        this.wording = wording;
        this.clock = clock;
    }

    @GetMapping("/v1/me/notices")
    @AllowedTo(Role.MEMBER)
    Page<NoticeView> inbox(
            Caller caller,
            Locale locale,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.limit(limit);
        List<Notice> found = notices.of(caller.memberId(), cursor == null ? null : place(cursor), most);
        Map<String, Project> known = projects.findAll(found.stream()
                .map(Notice::project)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        String next =
                found.size() < most ? null : NoticeCursor.after(found.getLast()).encoded();
        return new Page<>(
                found.stream().map(notice -> view(notice, known, locale)).toList(), next);
    }

    @GetMapping("/v1/me/notices/unread-count")
    @AllowedTo(Role.MEMBER)
    Count unread(Caller caller) {
        return new Count(notices.countUnread(caller.memberId()));
    }

    @PostMapping("/v1/me/notices/{id}/read")
    @AllowedTo(Role.MEMBER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable String id, Caller caller) {
        if (!notices.read(id, caller.memberId(), clock.instant())) {
            throw Problem.notFound();
        }
    }

    private NoticeView view(Notice notice, Map<String, Project> known, Locale locale) {
        Project project = notice.project() == null ? null : known.get(notice.project());
        var words = wording.of(notice, project, locale);
        return new NoticeView(
                notice.id(),
                notice.kind().code(),
                notice.project(),
                notice.reference(),
                words.subject(),
                words.text(),
                words.path(),
                notice.at(),
                notice.readAt());
    }

    private static NoticeCursor place(String cursor) {
        return NoticeCursor.decoded(cursor).orElseThrow(() -> new Problem(HttpStatus.BAD_REQUEST, "malformed-request"));
    }
}
