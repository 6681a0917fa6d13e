package quartier.catalog.project.web;

import java.util.List;
import quartier.catalog.project.Actor;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;

/** The caller, as the project asks for them. */
record CallingActor(Caller caller) implements Actor {

    @Override
    public String memberId() {
        return caller.memberId();
    }

    @Override
    public String name() {
        return caller.name();
    }

    @Override
    public boolean moderates(List<String> territoryPath) {
        return caller.holds(Role.MODERATOR, territoryPath);
    }

    @Override
    public boolean animates(List<String> territoryPath) {
        return caller.holds(Role.ANIMATOR, territoryPath) || caller.holds(Role.TERRITORY_ADMIN, territoryPath);
    }

    @Override
    public boolean isStaffOf(List<String> territoryPath) {
        return caller.holds(Role.MODERATOR, territoryPath)
                || caller.holds(Role.ANIMATOR, territoryPath)
                || caller.holds(Role.TERRITORY_ADMIN, territoryPath);
    }
}
