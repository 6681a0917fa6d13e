package quartier.catalog.project;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartier.catalog.project.Command.Enter;
import quartier.catalog.project.Command.Expel;
import quartier.catalog.project.Command.Leave;
import quartier.catalog.project.Decision.Accepted;
import quartier.catalog.project.Decision.Rejected;
import quartier.catalog.project.Decision.Repeated;

/**
 * Answers to calls for projects. A project answers one at a time: one of its territory or of one above it. It enters
 * while the call is open; what has entered stays when the call closes.
 */
final class Entering {

    private Entering() {}

    /**
     * Whether a form may name the call that it names.
     *
     * @param before what the project was until now; null for a first draft
     * @param call the one that the form names; null when there is none, or none of this id
     */
    static Optional<Refusal> check(
            @Nullable Project before,
            ProjectForm form,
            List<String> territoryPath,
            @Nullable AnsweredCall call,
            Instant now) {
        String named = form.call();
        if (named == null) {
            return Optional.empty();
        }
        if (call == null) {
            return broken(Rule.UNKNOWN_CALL);
        }
        if (!territoryPath.contains(call.territory())) {
            return broken(Rule.CALL_ELSEWHERE);
        }
        if (before != null && named.equals(before.form().call())) {
            return Optional.empty();
        }
        if (before != null && before.wasRemovedFrom(named)) {
            return Optional.of(new Refusal.RemovedFromCall());
        }
        return call.isOpenAt(now) ? Optional.empty() : Optional.of(new Refusal.CallNotOpen());
    }

    static Decision enter(Project project, Enter enter) {
        ProjectForm answering = project.form().answering(enter.callId());
        if (project.isOwnedBy(enter.by())
                && enter.callId().equals(project.form().call())) {
            return new Repeated(project);
        }
        return ProjectLife.ownersOnly(project, enter)
                .or(() -> project.state().mayEnterCalls() ? Optional.empty() : ProjectLife.wrongState(project))
                .or(() -> check(project, answering, project.territoryPath(), enter.call(), enter.at()))
                .<Decision>map(reason -> new Rejected(project, reason))
                .orElseGet(() -> answered(project, answering));
    }

    static Decision leave(Project project, Leave leave) {
        return ProjectLife.ownersOnly(project, leave)
                .<Decision>map(reason -> new Rejected(project, reason))
                .orElseGet(() -> project.form().call() == null
                        ? new Repeated(project)
                        : answered(project, project.form().answering(null)));
    }

    /** By the staff of the call, who need not be the staff of the project. */
    static Decision expel(Project project, Expel expel) {
        AnsweredCall call = expel.call();
        if (call == null) {
            return new Rejected(project, new Refusal.NotInCall());
        }
        if (!expel.by().animates(call.territoryPath())) {
            return new Rejected(project, new Refusal.NotYourTerritory(call.territory()));
        }
        if (!call.id().equals(project.form().call())) {
            return project.wasRemovedFrom(call.id())
                    ? new Repeated(project)
                    : new Rejected(project, new Refusal.NotInCall());
        }
        return ProjectLife.rules(ProjectLife.reason(expel.reason()))
                .<Decision>map(reason -> new Rejected(project, reason))
                .orElseGet(() -> new Accepted(
                        project.removed(new Removal(
                                call.id(), expel.at(), expel.reason().strip())),
                        told(project, new ProjectEvent.CallLeft(call.id(), true))));
    }

    /** What is told when the form of this project becomes that one. */
    static List<ProjectEvent> change(Project before, ProjectForm after) {
        String left = before.form().call();
        String entered = after.call();
        if (entered != null && !entered.equals(left)) {
            return told(before, new ProjectEvent.CallEntered(entered, left));
        }
        return entered == null && left != null ? told(before, new ProjectEvent.CallLeft(left, false)) : List.of();
    }

    private static Decision answered(Project project, ProjectForm answering) {
        return new Accepted(project.answering(answering), change(project, answering));
    }

    /** Nobody hears of a draft: its entry is told when it is submitted. */
    private static List<ProjectEvent> told(Project project, ProjectEvent event) {
        return project.state() == ProjectState.DRAFT ? List.of() : List.of(event);
    }

    private static Optional<Refusal> broken(Rule rule) {
        return Optional.of(new Refusal.RulesBroken(List.of(Violation.of("call", rule))));
    }
}
