package quartier.pledge.escrow.web;

import java.util.List;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.pledge.launch.Projects;
import quartier.pledge.launch.Projects.Project;

/** The staff of a project's territory and of those that contain it; the operator is staff everywhere. */
final class Staff {

    private Staff() {}

    static boolean of(Projects projects, String campaign, Caller caller) {
        List<String> path = projects.find(campaign).map(Project::territoryPath).orElse(List.of());
        return caller.holds(Role.MODERATOR, path)
                || caller.holds(Role.ANIMATOR, path)
                || caller.holds(Role.TERRITORY_ADMIN, path);
    }
}
