package quartier.catalog.project;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A project from which nothing is heard. What people complain of most elsewhere is owners who fall silent: after
 * {@link #REMINDED_AFTER} without news the owner is reminded, and after {@link #MARKED_AFTER} the page says so.
 */
public final class Silence {

    public static final Duration REMINDED_AFTER = Duration.ofDays(45);
    public static final Duration MARKED_AFTER = Duration.ofDays(60);
    private static final Set<ProjectState> EXPECTED_TO_SPEAK =
            Set.of(ProjectState.LIVE, ProjectState.CLOSING, ProjectState.FUNDED);

    private Silence() {}

    /** Since when nothing was heard; empty where nobody waits for news. */
    public static Optional<Instant> since(Project project) {
        Campaign campaign = project.campaign();
        if (campaign == null || !EXPECTED_TO_SPEAK.contains(project.state())) {
            return Optional.empty();
        }
        return Optional.of(
                project.updates().isEmpty()
                        ? campaign.launchedAt()
                        : project.updates().getFirst().at());
    }

    /** From when on the page says that nothing is heard, if nothing is until then. */
    public static Optional<Instant> markedFrom(Project project) {
        return since(project).map(since -> since.plus(MARKED_AFTER));
    }

    /** Since when nothing was heard, unless its owner was reminded of just this. */
    public static Optional<Instant> unremindedSince(Project project) {
        Campaign campaign = project.campaign();
        return since(project).filter(since -> campaign != null && !since.equals(campaign.silenceToldFor()));
    }

    /** Reminds the owner once of each silence. */
    static Decision remind(Project project, Instant now) {
        Campaign campaign = project.campaign();
        Instant since = unremindedSince(project).orElse(null);
        if (campaign == null || since == null || now.isBefore(since.plus(REMINDED_AFTER))) {
            return new Decision.Repeated(project);
        }
        return new Decision.Accepted(
                project.in(project.state(), campaign.silentSince(since)),
                List.of(new ProjectEvent.ProjectSilent(since)));
    }
}
