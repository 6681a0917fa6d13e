package quartier.catalog.project.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.project.Happening;
import quartier.catalog.project.LeadProject;
import quartier.catalog.project.Project;
import quartier.catalog.project.Projects;
import quartier.catalog.project.Update;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.IdempotencyKey;
import quartier.platform.web.Problem;

/** A project's news, for everybody, and its history, for the owner and the staff. */
@RestController
class UpdateController {

    record UpdateRequest(@Nullable String title, @Nullable String body) {}

    record UpdateView(String id, String title, String html, Instant at) {
        static UpdateView of(Update update) {
            return new UpdateView(update.id(), update.title(), Markdown.toHtml(update.body()), update.at());
        }
    }

    record UpdateList(List<UpdateView> items) {}

    record HappeningView(
            Instant at,
            String by,
            String action,
            String from,
            @Nullable String to,
            @Nullable String refusal,
            List<String> details) {
        static HappeningView of(Happening happening) {
            return new HappeningView(
                    happening.at(),
                    happening.by(),
                    happening.action(),
                    happening.from().id(),
                    happening.to() == null ? null : happening.to().id(),
                    happening.refusal(),
                    happening.details());
        }
    }

    record History(List<HappeningView> items) {}

    private final LeadProject lead;
    private final Projects projects;

    UpdateController(LeadProject lead, Projects projects) {
        this.lead = lead;
        this.projects = projects;
    }

    /** The newest first; a project holds a hundred at most, so they come all at once. */
    @GetMapping("/v1/projects/{id}/updates")
    @AllowedTo(Role.ANYONE)
    UpdateList list(@PathVariable String id, Optional<Caller> caller) {
        Optional<CallingActor> reader = caller.map(CallingActor::new);
        Project project =
                projects.find(id).filter(found -> found.isVisibleTo(reader)).orElseThrow(Problem::notFound);
        return new UpdateList(project.updates().stream().map(UpdateView::of).toList());
    }

    @PostMapping("/v1/projects/{id}/updates")
    @AllowedTo(Role.MEMBER)
    @ResponseStatus(HttpStatus.CREATED)
    UpdateView post(
            @PathVariable String id,
            @RequestBody UpdateRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Caller caller) {
        String updateId = IdempotencyKey.required(key).idFor("update of " + id, caller.memberId());
        var actor = new CallingActor(caller);
        String title = Objects.requireNonNullElse(request.title(), "");
        String body = Objects.requireNonNullElse(request.body(), "");
        Project project = Answers.project(lead.post(id, actor, updateId, title, body), actor);
        return project.updates().stream()
                .filter(update -> update.id().equals(updateId))
                .map(UpdateView::of)
                .findFirst()
                .orElseThrow();
    }

    /** The newest first: what was done, and what was asked in vain and why. */
    @GetMapping("/v1/projects/{id}/history")
    @AllowedTo(Role.MEMBER)
    History history(@PathVariable String id, Caller caller) {
        Project project = projects.find(id)
                .filter(found -> found.isOpenTo(new CallingActor(caller)))
                .orElseThrow(Problem::notFound);
        return new History(project.history().stream().map(HappeningView::of).toList());
    }
}
