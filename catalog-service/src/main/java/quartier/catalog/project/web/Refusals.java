package quartier.catalog.project.web;

import java.util.List;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.http.HttpStatus;
import quartier.catalog.project.ProjectState;
import quartier.catalog.project.Refusal;
import quartier.catalog.project.Refusal.AlreadyInTeam;
import quartier.catalog.project.Refusal.AppealAgainstYou;
import quartier.catalog.project.Refusal.AppealUsed;
import quartier.catalog.project.Refusal.AtHomeThere;
import quartier.catalog.project.Refusal.CallNotOpen;
import quartier.catalog.project.Refusal.ClaimedByAnother;
import quartier.catalog.project.Refusal.InvitationExpired;
import quartier.catalog.project.Refusal.InvitationUnknown;
import quartier.catalog.project.Refusal.InvitationUsed;
import quartier.catalog.project.Refusal.KeyReused;
import quartier.catalog.project.Refusal.LimitReached;
import quartier.catalog.project.Refusal.NotInCall;
import quartier.catalog.project.Refusal.NotTheOwner;
import quartier.catalog.project.Refusal.NotYourTerritory;
import quartier.catalog.project.Refusal.OwnProject;
import quartier.catalog.project.Refusal.PayeeNotVerified;
import quartier.catalog.project.Refusal.RemovedFromCall;
import quartier.catalog.project.Refusal.RulesBroken;
import quartier.catalog.project.Refusal.SecondEyesNeeded;
import quartier.catalog.project.Refusal.StaleVersion;
import quartier.catalog.project.Refusal.TerritoryClosed;
import quartier.catalog.project.Refusal.UnknownTier;
import quartier.catalog.project.Refusal.WrongState;
import quartier.catalog.project.Violation;
import quartier.platform.web.IdempotencyKey;
import quartier.platform.web.Problem;

/** The one place where a refusal becomes a problem document. */
final class Refusals {

    private Refusals() {}

    /** In the reader's language, by the messages {@code state.<id>}. */
    private static MessageSourceResolvable inWords(ProjectState state) {
        return new DefaultMessageSourceResolvable("state." + state.id());
    }

    static Problem problem(Refusal refusal) {
        return switch (refusal) {
            case RulesBroken(List<Violation> violations) ->
                Problem.ofFields(violations.stream()
                        .map(violation -> new Problem.Field(
                                violation.field(), violation.rule().id(), violation.arguments()))
                        .toList());
            case UnknownTier(String tier) -> new Problem(HttpStatus.NOT_FOUND, "unknown-tier", tier);
            case WrongState(ProjectState state, var possible) ->
                new Problem(HttpStatus.CONFLICT, "project-state", inWords(state))
                        .with("state", state.id())
                        .with(
                                "possible",
                                possible.stream().map(ProjectState::id).sorted().toList());
            case NotTheOwner none -> new Problem(HttpStatus.FORBIDDEN, "not-the-owner");
            case NotYourTerritory(String territory) ->
                new Problem(HttpStatus.FORBIDDEN, "not-your-territory", territory);
            case OwnProject none -> new Problem(HttpStatus.FORBIDDEN, "own-project");
            case CallNotOpen none -> new Problem(HttpStatus.CONFLICT, "call-not-open");
            case RemovedFromCall none -> new Problem(HttpStatus.CONFLICT, "removed-from-call");
            case NotInCall none -> new Problem(HttpStatus.CONFLICT, "not-in-call");
            case InvitationUnknown none -> new Problem(HttpStatus.NOT_FOUND, "invitation-unknown");
            case InvitationUsed none -> new Problem(HttpStatus.CONFLICT, "invitation-used");
            case InvitationExpired none -> new Problem(HttpStatus.GONE, "invitation-expired");
            case AlreadyInTeam none -> new Problem(HttpStatus.CONFLICT, "already-in-team");
            case PayeeNotVerified none -> new Problem(HttpStatus.CONFLICT, "payee-not-verified");
            case ClaimedByAnother(String name) -> new Problem(HttpStatus.CONFLICT, "claimed-by-another", name);
            case SecondEyesNeeded none -> new Problem(HttpStatus.CONFLICT, "second-eyes-needed");
            case AppealAgainstYou none -> new Problem(HttpStatus.FORBIDDEN, "appeal-against-you");
            case AppealUsed none -> new Problem(HttpStatus.CONFLICT, "appeal-used");
            case TerritoryClosed(String territory) -> new Problem(HttpStatus.CONFLICT, "territory-closed", territory);
            case AtHomeThere none -> new Problem(HttpStatus.CONFLICT, "at-home-there");
            case StaleVersion none -> new Problem(HttpStatus.PRECONDITION_FAILED, "precondition-failed");
            case KeyReused none -> IdempotencyKey.reused();
            case LimitReached(int limit) -> new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "limit-reached", limit);
        };
    }
}
