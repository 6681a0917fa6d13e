package quartier.inkind.need;

import java.util.List;

/**
 * Follows the projects' events. Each may come twice, or out of order: whatever comes last, every need ends up as the
 * newest event says.
 */
public final class HearOfProject {

    private final Needs needs;
    private final ProjectStandings standings;

    public HearOfProject(Needs needs, ProjectStandings standings) {
        this.needs = needs;
        this.standings = standings;
    }

    public void launched(String project, List<Need> published) {
        published.forEach(needs::publish);
        applyNewest(project);
    }

    public void stands(ProjectStanding standing) {
        standings.heard(standing);
        applyNewest(standing.project());
    }

    private void applyNewest(String project) {
        standings.of(project).ifPresent(needs::projectStands);
    }
}
