package quartier.catalog.contest.web;

import java.util.List;
import quartier.catalog.contest.Person;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;

/** The caller, as choosing among projects asks for them. */
record CallingPerson(Caller caller) implements Person {

    @Override
    public String memberId() {
        return caller.memberId();
    }

    @Override
    public boolean animates(List<String> territoryPath) {
        return caller.holds(Role.ANIMATOR, territoryPath) || caller.holds(Role.TERRITORY_ADMIN, territoryPath);
    }
}
