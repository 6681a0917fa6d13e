package quartier.catalog.project.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.project.LeadProject;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;

/** The call for projects that a project answers; a draft may name it in its form as well. */
@RestController
class CallEntryController {

    record EntryRequest(@Nullable String call) {}

    /** @param reason for the owner and the staff */
    record RemovalRequest(@Nullable String call, @Nullable String reason) {}

    private final LeadProject lead;

    CallEntryController(LeadProject lead) {
        this.lead = lead;
    }

    @PutMapping("/v1/projects/{id}/call")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<ProjectView> enter(@PathVariable String id, @RequestBody EntryRequest request, Caller caller) {
        var actor = new CallingActor(caller);
        return Answers.of(lead.enterCall(id, actor, text(request.call())), actor);
    }

    @DeleteMapping("/v1/projects/{id}/call")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<ProjectView> leave(@PathVariable String id, Caller caller) {
        var actor = new CallingActor(caller);
        return Answers.of(lead.leaveCall(id, actor), actor);
    }

    /** The call is named, so that an owner who changes calls meanwhile loses nothing. */
    @PostMapping("/v1/projects/{id}/call/remove")
    @AllowedTo({Role.ANIMATOR, Role.TERRITORY_ADMIN, Role.OPERATOR})
    ResponseEntity<ProjectView> remove(@PathVariable String id, @RequestBody RemovalRequest request, Caller caller) {
        var actor = new CallingActor(caller);
        return Answers.of(lead.removeFromCall(id, actor, text(request.call()), text(request.reason())), actor);
    }

    private static String text(@Nullable String given) {
        return Objects.requireNonNullElse(given, "");
    }
}
