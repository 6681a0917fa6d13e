package quartier.catalog.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartier.catalog.project.Command.Annotate;
import quartier.catalog.project.Command.Appeal;
import quartier.catalog.project.Command.Cancel;
import quartier.catalog.project.Command.Claim;
import quartier.catalog.project.Command.CloseTier;
import quartier.catalog.project.Command.CoSupporting;
import quartier.catalog.project.Command.Edit;
import quartier.catalog.project.Command.EndCoSupport;
import quartier.catalog.project.Command.Enter;
import quartier.catalog.project.Command.Expel;
import quartier.catalog.project.Command.Hang;
import quartier.catalog.project.Command.Judge;
import quartier.catalog.project.Command.Launch;
import quartier.catalog.project.Command.Leave;
import quartier.catalog.project.Command.Post;
import quartier.catalog.project.Command.Realise;
import quartier.catalog.project.Command.Release;
import quartier.catalog.project.Command.Resume;
import quartier.catalog.project.Command.Submit;
import quartier.catalog.project.Command.Suspend;
import quartier.catalog.project.Command.TakeDown;
import quartier.catalog.project.Decision.Accepted;
import quartier.catalog.project.Decision.Rejected;
import quartier.catalog.project.Decision.Repeated;
import quartier.catalog.project.Refusal.RulesBroken;

/** Decides what becomes of a project. No clock, no store, no randomness: all that it needs is in the command. */
public final class ProjectLife {

    static final int UPDATES_KEPT = 100;
    private static final int LONGEST_REASON = 1_000;

    private ProjectLife() {}

    /**
     * Each transition, and each that the owner or the staff asked in vain, is written into the history; the work on
     * texts is not.
     */
    public static Decision decide(Project project, Command command) {
        return switch (command) {
            case Edit edit -> edit(project, edit);
            case Post post -> post(project, post);
            case Hang hang -> Hanging.hang(project, hang);
            case TakeDown takeDown -> Hanging.takeDown(project, takeDown);
            case Command.OfTeam team -> remembered(project, team, Teaming.decide(project, team));
            case Enter enter -> remembered(project, enter, Entering.enter(project, enter));
            case Leave leave -> remembered(project, leave, Entering.leave(project, leave));
            case Expel expel -> remembered(project, expel, Entering.expel(project, expel));
            case Submit submit -> remembered(project, submit, submit(project, submit));
            case Judge judge -> remembered(project, judge, Reviewing.judge(project, judge));
            case Launch launch -> remembered(project, launch, launch(project, launch));
            case Suspend suspend -> remembered(project, suspend, suspend(project, suspend));
            case Resume resume -> remembered(project, resume, resume(project, resume));
            case Cancel cancel -> remembered(project, cancel, cancel(project, cancel));
            case Realise realise -> remembered(project, realise, realise(project, realise));
            case CloseTier close -> remembered(project, close, closeTier(project, close));
            case Claim claim -> Attending.claim(project, claim);
            case Release release -> Attending.release(project, release);
            case Annotate annotate -> Attending.note(project, annotate);
            case Appeal appeal -> remembered(project, appeal, Attending.appeal(project, appeal));
            case CoSupporting support -> remembered(project, support, Supporting.support(project, support));
            case EndCoSupport end -> remembered(project, end, Supporting.end(project, end));
        };
    }

    private static Decision remembered(Project before, Command command, Decision decision) {
        return switch (decision) {
            case Accepted(Project after, var events) ->
                new Accepted(after.remembering(done(before, after, command)), events);
            case Repeated repeated -> repeated;
            case Rejected(Project same, Refusal reason) ->
                same.isOpenTo(command.by())
                        ? new Rejected(same.remembering(refused(same, command, reason)), reason)
                        : decision;
        };
    }

    private static Decision edit(Project project, Edit edit) {
        Optional<Refusal> refusal = teamOnly(project, edit);
        if (refusal.isPresent()) {
            return new Rejected(project, refusal.get());
        }
        if (!project.state().isEditable()) {
            return new Rejected(
                    project,
                    new Refusal.WrongState(project.state(), project.state().next()));
        }
        if (edit.expectedVersion() != project.version()) {
            return new Rejected(project, new Refusal.StaleVersion(project.version()));
        }
        return rules(Limits.check(edit.form()))
                .or(() -> Entering.check(project, edit.form(), edit.policy().territoryPath(), edit.call(), edit.at()))
                .<Decision>map(reason -> new Rejected(project, reason))
                .orElseGet(() -> new Accepted(
                        project.edited(edit.form(), edit.slug(), edit.policy()),
                        Entering.change(project, edit.form())));
    }

    private static Decision submit(Project project, Submit submit) {
        return leadersOnly(project, submit)
                .or(() -> mustBecome(project, ProjectState.SUBMITTED))
                .or(() -> takesProjects(submit.policy()))
                .or(() -> rules(Guardrails.check(project.form(), submit.policy(), today(submit))))
                .<Decision>map(reason -> new Rejected(project, reason))
                .orElseGet(() -> new Accepted(project.submitted(submit.at()), submissionOf(project)));
    }

    private static List<ProjectEvent> submissionOf(Project project) {
        List<ProjectEvent> told = new ArrayList<>(List.of(new ProjectEvent.ProjectSubmitted()));
        String call = project.form().call();
        if (project.state() == ProjectState.DRAFT && call != null) {
            told.add(new ProjectEvent.CallEntered(call, null));
        }
        return told;
    }

    private static Decision launch(Project project, Launch launch) {
        return ownersOnly(project, launch)
                .or(() -> project.state() == ProjectState.APPROVED ? Optional.empty() : wrongState(project))
                .or(() -> takesProjects(launch.policy()))
                .or(() -> rules(Guardrails.check(project.form(), launch.policy(), today(launch))))
                .or(() -> launch.ownerMayBePaid() ? Optional.empty() : Optional.of(new Refusal.PayeeNotVerified()))
                .<Decision>map(reason -> new Rejected(project, reason))
                .orElseGet(() -> {
                    Terms terms = Terms.freeze(project.form(), launch.policy(), launch.at());
                    var campaign = Campaign.launched(launch.at(), terms);
                    return new Accepted(
                            project.in(ProjectState.LIVE, campaign), List.of(new ProjectEvent.ProjectLaunched()));
                });
    }

    private static Decision suspend(Project project, Suspend suspend) {
        return moderatorsOnly(project, suspend)
                .or(() -> mustBecome(project, ProjectState.SUSPENDED))
                .or(() -> rules(reason(suspend.reason())))
                .<Decision>map(reason -> new Rejected(project, reason))
                .orElseGet(() -> new Accepted(
                        project.in(ProjectState.SUSPENDED),
                        List.of(new ProjectEvent.ProjectSuspended(
                                suspend.reason().strip()))));
    }

    private static Decision resume(Project project, Resume resume) {
        return moderatorsOnly(project, resume)
                .or(() -> project.state() == ProjectState.SUSPENDED ? Optional.empty() : wrongState(project))
                .<Decision>map(reason -> new Rejected(project, reason))
                .orElseGet(
                        () -> new Accepted(project.in(ProjectState.LIVE), List.of(new ProjectEvent.ProjectResumed())));
    }

    private static Decision cancel(Project project, Cancel cancel) {
        return ownersOnly(project, cancel)
                .or(() -> mustBecome(project, ProjectState.CANCELLED))
                .or(() -> rules(reason(cancel.reason())))
                .<Decision>map(reason -> new Rejected(project, reason))
                .orElseGet(() -> new Accepted(
                        project.in(ProjectState.CANCELLED),
                        // Nobody has heard of a draft.
                        project.state() == ProjectState.DRAFT
                                ? List.of()
                                : List.of(new ProjectEvent.ProjectCancelled(
                                        cancel.reason().strip()))));
    }

    private static Decision realise(Project project, Realise realise) {
        return ownersOnly(project, realise)
                .or(() -> mustBecome(project, ProjectState.REALISED))
                .<Decision>map(reason -> new Rejected(project, reason))
                .orElseGet(() ->
                        new Accepted(project.in(ProjectState.REALISED), List.of(new ProjectEvent.ProjectRealised())));
    }

    /** The frozen terms stay as they are: who has the reward keeps it, and it is only not offered any more. */
    private static Decision closeTier(Project project, CloseTier close) {
        Campaign campaign = project.campaign();
        Optional<Refusal> refusal = ownersOnly(project, close);
        if (refusal.isPresent()) {
            return new Rejected(project, refusal.get());
        }
        if (campaign == null
                || campaign.terms().tiers().stream().noneMatch(tier -> tier.id().equals(close.tier()))) {
            return new Rejected(project, new Refusal.UnknownTier(close.tier()));
        }
        if (campaign.closedTiers().contains(close.tier())) {
            return new Repeated(project);
        }
        boolean open = project.state() == ProjectState.LIVE || project.state() == ProjectState.SUSPENDED;
        return open
                ? new Accepted(
                        project.in(project.state(), campaign.without(close.tier())),
                        List.of(new ProjectEvent.TierClosed(close.tier())))
                : new Rejected(
                        project,
                        new Refusal.WrongState(project.state(), project.state().next()));
    }

    private static Decision post(Project project, Post post) {
        Update update = post.update();
        Optional<Refusal> refusal = teamOnly(project, post)
                .or(() -> project.isPublic() ? Optional.empty() : wrongState(project))
                .or(() -> rules(Limits.check(update)));
        if (refusal.isPresent()) {
            return new Rejected(project, refusal.get());
        }
        for (Update known : project.updates()) {
            if (known.id().equals(update.id())) {
                boolean same =
                        known.title().equals(update.title()) && known.body().equals(update.body());
                return same ? new Repeated(project) : new Rejected(project, new Refusal.KeyReused());
            }
        }
        if (project.updates().size() == UPDATES_KEPT) {
            return new Rejected(project, new Refusal.LimitReached(UPDATES_KEPT));
        }
        return new Accepted(project.posted(update), List.of(new ProjectEvent.ProjectUpdated(update)));
    }

    static Optional<Refusal> ownersOnly(Project project, Command command) {
        return project.isOwnedBy(command.by()) ? Optional.empty() : Optional.of(new Refusal.NotTheOwner());
    }

    static Optional<Refusal> teamOnly(Project project, Command command) {
        return project.isCarriedBy(command.by()) ? Optional.empty() : Optional.of(new Refusal.NotTheOwner());
    }

    static Optional<Refusal> leadersOnly(Project project, Command command) {
        return project.isLedBy(command.by()) ? Optional.empty() : Optional.of(new Refusal.NotTheOwner());
    }

    static Optional<Refusal> moderatorsOnly(Project project, Command command) {
        return command.by().moderates(project.territoryPath())
                ? Optional.empty()
                : Optional.of(new Refusal.NotYourTerritory(project.form().territory()));
    }

    static Optional<Refusal> takesProjects(Policy policy) {
        return policy.takesProjects() ? Optional.empty() : Optional.of(new Refusal.TerritoryClosed(policy.territory()));
    }

    static Optional<Refusal> mustBecome(Project project, ProjectState wanted) {
        return project.state().mayBecome(wanted) ? Optional.empty() : wrongState(project);
    }

    static Optional<Refusal> wrongState(Project project) {
        return Optional.of(
                new Refusal.WrongState(project.state(), project.state().next()));
    }

    static Optional<Refusal> rules(List<Violation> violations) {
        return violations.isEmpty() ? Optional.empty() : Optional.of(new RulesBroken(violations));
    }

    static List<Violation> reason(String reason) {
        var found = new ArrayList<Violation>();
        if (reason.isBlank()) {
            found.add(Violation.of("reason", Rule.REQUIRED));
        }
        if (reason.length() > LONGEST_REASON) {
            found.add(Violation.of("reason", Rule.TOO_LONG, LONGEST_REASON));
        }
        return found;
    }

    private static LocalDate today(Command command) {
        return command.at().atZone(Policy.WALL_CLOCK).toLocalDate();
    }

    private static Happening done(Project before, Project after, Command command) {
        return happening(before, command, after.state(), null, List.of());
    }

    private static Happening refused(Project project, Command command, Refusal reason) {
        List<String> details = reason instanceof RulesBroken(List<Violation> violations)
                ? violations.stream().map(Violation::summary).limit(20).toList()
                : List.of();
        return happening(project, command, null, reason.code(), details);
    }

    private static Happening happening(
            Project before,
            Command command,
            @Nullable ProjectState to,
            @Nullable String refusal,
            List<String> details) {
        return new Happening(
                command.at(), command.by().memberId(), command.action(), before.state(), to, refusal, details);
    }
}
