package quartier.notification.notice.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import quartier.notification.notice.Follow;
import quartier.notification.notice.Follows;
import quartier.notification.notice.Project;
import quartier.notification.notice.Projects;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;

@RestController
final class FollowController {

    record ProjectView(
            String id, @Nullable String slug, @Nullable String title) {
        static ProjectView of(String id, @Nullable Project project) {
            return project == null
                    ? new ProjectView(id, null, null)
                    : new ProjectView(id, project.slug(), project.title());
        }
    }

    /** @param because {@code asked} or {@code backed} */
    record FollowView(ProjectView project, Instant since, String because) {}

    private final Follows follows;
    private final Projects projects;
    private final Clock clock;

    FollowController(Follows follows, Projects projects, Clock clock) {
        this.follows = follows;
        this.projects = projects;
        this.clock = clock;
    }

    @PutMapping("/v1/me/follows/{project}")
    @AllowedTo(Role.MEMBER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void follow(@PathVariable String project, Caller caller) {
        follows.follow(open(project).id(), caller.memberId(), clock.instant());
    }

    @DeleteMapping("/v1/me/follows/{project}")
    @AllowedTo(Role.MEMBER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(@PathVariable String project, Caller caller) {
        follows.stop(open(project).id(), caller.memberId());
    }

    @GetMapping("/v1/me/follows")
    @AllowedTo(Role.MEMBER)
    Page<FollowView> follows(
            Caller caller,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = Page.limit(limit);
        List<Follow> found = follows.of(caller.memberId(), cursor, most);
        Map<String, Project> known =
                projects.findAll(found.stream().map(Follow::project).toList());
        String next = found.size() < most ? null : found.getLast().project();
        return new Page<>(
                found.stream()
                        .map(follow -> new FollowView(
                                ProjectView.of(follow.project(), known.get(follow.project())),
                                follow.since(),
                                follow.because().name().toLowerCase(Locale.ROOT)))
                        .toList(),
                next);
    }

    @GetMapping("/v1/projects/{id}/followers/count")
    @AllowedTo(Role.ANYONE)
    Count followers(@PathVariable String id) {
        return new Count(follows.countFollowers(open(id).id()));
    }

    private Project open(String id) {
        return projects.find(id).filter(Project::open).orElseThrow(Problem::notFound);
    }
}
