package quartier.pledge.escrow.web;

import java.util.List;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.launch.Projects;
import quartier.pledge.launch.Projects.Project;

/** The staff of a project's territory and of those that contain it; the operator is staff everywhere. */
final class Staff {

    private Staff() {}

    /** Who reads a campaign's accounts: its owner and the staff. */
    static boolean orOwner(Projects projects, Escrow escrow, Caller caller) {
        return escrow.owner().equals(caller.memberId()) || of(projects, escrow.campaign(), caller);
    }

    static boolean of(Projects projects, String campaign, Caller caller) {
        List<String> path = projects.find(campaign).map(Project::territoryPath).orElse(List.of());
        return caller.holds(Role.MODERATOR, path)
                || caller.holds(Role.ANIMATOR, path)
                || caller.holds(Role.TERRITORY_ADMIN, path);
    }
}
