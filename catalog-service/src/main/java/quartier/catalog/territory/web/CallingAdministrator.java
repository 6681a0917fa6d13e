package quartier.catalog.territory.web;

import java.util.List;
import quartier.catalog.territory.Administrator;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;

/** The caller, as territories ask for them. */
record CallingAdministrator(Caller caller) implements Administrator {

    @Override
    public String memberId() {
        return caller.memberId();
    }

    @Override
    public boolean isOperator() {
        return caller.isOperator();
    }

    @Override
    public boolean administers(List<String> path) {
        return caller.holds(Role.TERRITORY_ADMIN, path);
    }
}
