package quartier.notification.notice.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import quartier.notification.notice.Backing;
import quartier.notification.notice.Follow;
import quartier.notification.notice.MemberData;
import quartier.notification.notice.Notice;
import quartier.notification.notice.Project;
import quartier.notification.notice.Projects;
import quartier.notification.notice.Wording;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;

/** What this service keeps of the caller: to take along, and to erase. */
@RestController
final class MemberDataController {

    record ExportView(
            ContactController.@Nullable ContactView contact,
            List<FollowView> follows,
            List<String> stopped,
            List<PledgeView> pledges,
            List<NoticeView> notices) {}

    record FollowView(String project, Instant since, String because) {
        static FollowView of(Follow follow) {
            return new FollowView(
                    follow.project(), follow.since(), follow.because().name().toLowerCase(Locale.ROOT));
        }
    }

    record PledgeView(String pledge, String project, Instant at, boolean standing) {
        static PledgeView of(Backing backing) {
            return new PledgeView(backing.pledge(), backing.project(), backing.at(), backing.standing());
        }
    }

    record NoticeView(
            String id,
            String kind,
            @Nullable String project,
            String subject,
            String text,
            Instant at,
            @Nullable Instant readAt) {}

    private final MemberData data;
    private final Projects projects;
    private final Wording wording;

    MemberDataController(MemberData data, Projects projects, Wording wording) {
        this.data = data;
        this.projects = projects;
        this.wording = wording;
    }

    @GetMapping("/v1/me/export")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<ExportView> export(Caller caller, Locale locale) {
        MemberData.All all = data.of(caller.memberId());
        Map<String, Project> known = projects.findAll(all.notices().stream()
                .flatMap(notice -> Stream.ofNullable(notice.project()))
                .distinct()
                .toList());
        var view = new ExportView(
                all.contact().map(ContactController.ContactView::of).orElse(null),
                all.follows().stream().map(FollowView::of).toList(),
                all.stopped(),
                all.backings().stream().map(PledgeView::of).toList(),
                all.notices().stream()
                        .map(notice -> view(notice, known, locale))
                        .toList());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"quartier-notices.json\"")
                .body(view);
    }

    /** Again changes nothing. */
    @DeleteMapping("/v1/me/data")
    @AllowedTo(Role.MEMBER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void erase(Caller caller) {
        data.erase(caller.memberId());
    }

    private NoticeView view(Notice notice, Map<String, Project> known, Locale locale) {
        var words = wording.of(notice, known.get(Objects.requireNonNullElse(notice.project(), "")), locale);
        return new NoticeView(
                notice.id(),
                notice.kind().code(),
                notice.project(),
                words.subject(),
                words.text(),
                notice.at(),
                notice.readAt());
    }
}
