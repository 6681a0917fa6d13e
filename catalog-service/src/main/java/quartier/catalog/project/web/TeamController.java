package quartier.catalog.project.web;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import quartier.catalog.project.CarryProject;
import quartier.catalog.project.Invitation;
import quartier.catalog.project.Project;
import quartier.catalog.project.Refusal;
import quartier.catalog.project.Rule;
import quartier.catalog.project.TeamRole;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;

/** Who carries a project with its owner. */
@RestController
class TeamController {

    record InvitationRequest(@Nullable String role) {}

    record JoinRequest(@Nullable String token) {}

    /** @param token told here and never again: whoever brings it first is in the team */
    record InvitationView(String id, String role, String token, Instant until) {}

    private static final int TOKEN_BYTES = 32;

    private final CarryProject carry;
    private final SecureRandom random = new SecureRandom();

    TeamController(CarryProject carry) {
        this.carry = carry;
    }

    @PostMapping("/v1/projects/{id}/invitations")
    @AllowedTo(Role.MEMBER)
    @ResponseStatus(HttpStatus.CREATED)
    InvitationView invite(@PathVariable String id, @RequestBody InvitationRequest request, Caller caller) {
        TeamRole role = TeamRole.named(request.role())
                .orElseThrow(() -> Problem.ofFields(List.of(Problem.Field.of("role", Rule.UNKNOWN_TEAM_ROLE.id()))));
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        String invitationId = UUID.randomUUID().toString();
        var actor = new CallingActor(caller);
        Project project = Answers.project(carry.invite(id, actor, role, invitationId, token), actor);
        Invitation invitation = project.team().invitations().stream()
                .filter(one -> one.id().equals(invitationId))
                .findFirst()
                .orElseThrow();
        return new InvitationView(invitationId, role.id(), token, invitation.until());
    }

    @DeleteMapping("/v1/projects/{id}/invitations/{invitation}")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<ProjectView> withdraw(@PathVariable String id, @PathVariable String invitation, Caller caller) {
        var actor = new CallingActor(caller);
        return Answers.of(carry.withdraw(id, actor, invitation), actor);
    }

    @PostMapping("/v1/projects/{id}/team")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<ProjectView> join(@PathVariable String id, @RequestBody JoinRequest request, Caller caller) {
        var actor = new CallingActor(caller);
        var decision = carry.join(id, actor, Objects.requireNonNullElse(request.token(), ""));
        if (decision.isEmpty()) {
            throw Refusals.problem(new Refusal.InvitationUnknown());
        }
        return Answers.of(decision, actor);
    }

    /** By an owner; or by the member, who leaves. */
    @DeleteMapping("/v1/projects/{id}/team/{member}")
    @AllowedTo(Role.MEMBER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(@PathVariable String id, @PathVariable String member, Caller caller) {
        var actor = new CallingActor(caller);
        Answers.project(carry.dismiss(id, actor, member), actor);
    }
}
