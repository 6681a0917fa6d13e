package quartier.catalog.project.mongo;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import quartier.catalog.project.Campaign;
import quartier.catalog.project.Project;
import quartier.catalog.project.ProjectEvent;
import quartier.catalog.project.ProjectEvent.CallEntered;
import quartier.catalog.project.ProjectEvent.CallLeft;
import quartier.catalog.project.ProjectEvent.ChangesRequested;
import quartier.catalog.project.ProjectEvent.ProjectApproved;
import quartier.catalog.project.ProjectEvent.ProjectCancelled;
import quartier.catalog.project.ProjectEvent.ProjectLaunched;
import quartier.catalog.project.ProjectEvent.ProjectRealised;
import quartier.catalog.project.ProjectEvent.ProjectRefused;
import quartier.catalog.project.ProjectEvent.ProjectResumed;
import quartier.catalog.project.ProjectEvent.ProjectSilent;
import quartier.catalog.project.ProjectEvent.ProjectSubmitted;
import quartier.catalog.project.ProjectEvent.ProjectSuspended;
import quartier.catalog.project.ProjectEvent.ProjectUpdated;
import quartier.catalog.project.ProjectEvent.TierClosed;
import quartier.platform.outbox.OutboundEvent;
import quartier.platform.outbox.OutboundEvents;

/**
 * Gives a project's events the form that they have on the bus, see {@code contracts/events}. People are ids: no name
 * and no text that only the owner and the staff may read.
 */
@Component
final class ProjectOutbox {

    static final String PROJECTS = "quartier.catalog.projects";
    static final String CALLS = "quartier.catalog.calls";
    static final String PROJECTS_STATE = "quartier.catalog.projects.state";

    private final OutboundEvents events;
    private final Clock clock;

    ProjectOutbox(OutboundEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** The facts in their order, and the new current state where everybody may see a change of it. */
    List<OutboundEvent> facts(Project before, Project after, List<ProjectEvent> happened) {
        Instant now = clock.instant();
        List<OutboundEvent> facts = new ArrayList<>();
        for (ProjectEvent event : happened) {
            facts.add(fact(after, event, now));
        }
        if (isSeenElsewhere(before, after)) {
            facts.add(events.event(
                    PROJECTS_STATE,
                    "quartier.project.state.v1",
                    after.id(),
                    after.version(),
                    now,
                    ProjectFacts.state(after)));
        }
        return facts;
    }

    /** By those who list projects: by state, by what the form says, by who supports it, and by how far they have come, in whole percent. */
    private static boolean isSeenElsewhere(Project before, Project after) {
        return after.isPublic()
                && (after.state() != before.state()
                        || after.totals().percent() != before.totals().percent()
                        || !after.form().equals(before.form())
                        || !after.coSupports().equals(before.coSupports()));
    }

    private OutboundEvent fact(Project project, ProjectEvent event, Instant now) {
        ProjectFacts.Project p = ProjectFacts.project(project);
        return switch (event) {
            case ProjectSubmitted none -> fact("submitted", project, now, p);
            case ChangesRequested none -> fact("changes-requested", project, now, p);
            case ProjectRefused none -> fact("refused", project, now, p);
            case ProjectApproved none -> fact("approved", project, now, p);
            case ProjectLaunched none -> fact("launched", project, now, launched(project));
            case ProjectUpdated(var update) -> fact("updated", project, now, ProjectFacts.updated(project, update));
            case ProjectSuspended(String reason) ->
                fact("suspended", project, now, ProjectFacts.withReason(project, reason));
            case ProjectResumed none -> fact("resumed", project, now, p);
            case ProjectCancelled(String reason) ->
                fact("cancelled", project, now, ProjectFacts.withReason(project, reason));
            case ProjectSilent(Instant since) -> fact("silent", project, now, ProjectFacts.silent(project, since));
            case ProjectRealised none -> fact("realised", project, now, p);
            case TierClosed(String tier) -> fact("tier-closed", project, now, ProjectFacts.withTier(project, tier));
            case CallEntered(String call, String previous) ->
                answer("project-entered", project, now, ProjectFacts.entered(project, call, previous));
            case CallLeft(String call, boolean removed) ->
                answer("project-left", project, now, ProjectFacts.left(project, call, removed));
        };
    }

    private OutboundEvent fact(String what, Project project, Instant now, Object data) {
        return events.event(PROJECTS, "quartier.project." + what + ".v1", project.id(), project.version(), now, data);
    }

    private OutboundEvent answer(String what, Project project, Instant now, Object data) {
        return events.event(CALLS, "quartier.call." + what + ".v1", project.id(), project.version(), now, data);
    }

    private static ProjectFacts.Launched launched(Project project) {
        Campaign campaign = Objects.requireNonNull(project.campaign(), "a launched project has a campaign");
        return ProjectFacts.launched(project, campaign);
    }
}
