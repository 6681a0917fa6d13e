package quartier.support.web;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;
import quartier.support.supporter.Agency;
import quartier.support.supporter.Agent;
import quartier.support.supporter.ReadSupporters;
import quartier.support.supporter.Supporter;

/** Callers as agents of organisations. */
@Component
public final class Agents {

    private final ReadSupporters supporters;

    Agents(ReadSupporters supporters) {
        this.supporters = supporters;
    }

    public static Agent of(Caller caller) {
        return new Agent(caller.memberId(), Set.copyOf(caller.scopesOf(Role.SUPPORTER_AGENT)));
    }

    /** 403 for whoever is not its agent, and for its agents while it is not approved. */
    public Supporter actingFor(Caller caller, String supporter) {
        return switch (supporters.actingFor(supporter, of(caller))) {
            case Agency.Acting(Supporter found) -> found;
            case Agency.NotApproved(Supporter found) ->
                throw new Problem(HttpStatus.FORBIDDEN, "supporter-not-approved", found.name());
            case Agency.NotAnAgent() -> throw Problem.forbidden();
        };
    }

    /** All that the caller acts for; 403 when there is none. */
    public List<Supporter> actingFor(Caller caller) {
        List<Supporter> all = supporters.actingFor(of(caller));
        if (all.isEmpty()) {
            throw Problem.forbidden();
        }
        return all;
    }

    public boolean isAgent(Caller caller, String supporter) {
        return supporters.actingFor(supporter, of(caller)) instanceof Agency.Acting;
    }
}
