package quartier.catalog.project.web;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.project.LeadProject;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;

/** A project's way from one state to the next. */
@RestController
class ProjectLifeController {

    /** @param reason told to those concerned */
    record ReasonJson(@Nullable String reason) {
        String text() {
            return Objects.requireNonNullElse(reason, "");
        }
    }

    private final LeadProject lead;

    ProjectLifeController(LeadProject lead) {
        this.lead = lead;
    }

    @PostMapping("/v1/projects/{id}/submit")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<ProjectView> submit(@PathVariable String id, Caller caller) {
        var actor = new CallingActor(caller);
        return Answers.of(lead.submit(id, actor), actor);
    }

    @PostMapping("/v1/projects/{id}/review")
    @AllowedTo({Role.MODERATOR, Role.OPERATOR})
    ResponseEntity<ProjectView> review(
            @PathVariable String id,
            @RequestBody ReviewRequest request,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Caller caller) {
        var actor = new CallingActor(caller);
        Optional<Long> readVersion = ifMatch == null ? Optional.empty() : Optional.of(Answers.expectedVersion(ifMatch));
        return Answers.of(lead.review(id, actor, request.form(), readVersion), actor);
    }

    @PostMapping("/v1/projects/{id}/launch")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<ProjectView> launch(@PathVariable String id, Caller caller) {
        var actor = new CallingActor(caller);
        return Answers.of(lead.launch(id, actor), actor);
    }

    @PostMapping("/v1/projects/{id}/cancel")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<ProjectView> cancel(@PathVariable String id, @RequestBody ReasonJson reason, Caller caller) {
        var actor = new CallingActor(caller);
        return Answers.of(lead.cancel(id, actor, reason.text()), actor);
    }

    @PostMapping("/v1/projects/{id}/realise")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<ProjectView> realise(@PathVariable String id, Caller caller) {
        var actor = new CallingActor(caller);
        return Answers.of(lead.realise(id, actor), actor);
    }

    /** Takes no body: closing has no way back. */
    @PostMapping("/v1/projects/{id}/tiers/{tier}/close")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<ProjectView> closeTier(@PathVariable String id, @PathVariable String tier, Caller caller) {
        var actor = new CallingActor(caller);
        return Answers.of(lead.closeTier(id, actor, tier), actor);
    }

    @PostMapping("/v1/projects/{id}/suspend")
    @AllowedTo({Role.MODERATOR, Role.OPERATOR})
    ResponseEntity<ProjectView> suspend(@PathVariable String id, @RequestBody ReasonJson reason, Caller caller) {
        var actor = new CallingActor(caller);
        return Answers.of(lead.suspend(id, actor, reason.text()), actor);
    }

    @PostMapping("/v1/projects/{id}/resume")
    @AllowedTo({Role.MODERATOR, Role.OPERATOR})
    ResponseEntity<ProjectView> resume(@PathVariable String id, Caller caller) {
        var actor = new CallingActor(caller);
        return Answers.of(lead.resume(id, actor), actor);
    }
}
