package quartier.catalog.meetup.web;

import java.util.List;
import quartier.catalog.meetup.Staff;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;

/** The caller, as a meetup asks for them. */
record CallingStaff(Caller caller) implements Staff {

    @Override
    public String memberId() {
        return caller.memberId();
    }

    @Override
    public boolean animates(List<String> territoryPath) {
        return caller.holds(Role.ANIMATOR, territoryPath) || caller.holds(Role.TERRITORY_ADMIN, territoryPath);
    }
}
