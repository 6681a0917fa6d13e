package quartier.support.supporter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that helps projects.
 *
 * @param id short and readable, as it stands in roles and addresses: {@code ville-de-lyon}
 * @param siret 14 digits
 * @param registration names the request that made it, to tell a repetition from another organisation
 * @param fingerprint of that request
 * @param agents members who may act for it; whoever registered it, once it is approved
 */
public record Supporter(
        String id,
        String name,
        SupporterKind kind,
        @Nullable String siret,
        @Nullable String website,
        String registeredBy,
        String registration,
        String fingerprint,
        Instant registeredAt,
        SupporterState state,
        List<String> agents) {

    public Supporter {
        agents = List.copyOf(agents);
    }

    public boolean publicBody() {
        return kind == SupporterKind.PUBLIC;
    }

    public boolean approved() {
        return state == SupporterState.APPROVED;
    }

    /** Nobody acts for an organisation that is not approved. */
    public boolean letsAct(Agent agent) {
        return approved() && hasAgent(agent);
    }

    /** Whether the member would act for it if it were approved. */
    boolean hasAgent(Agent agent) {
        return registeredBy.equals(agent.member())
                || agents.contains(agent.member())
                || agent.organisations().contains(id);
    }

    Judgement approve() {
        return become(SupporterState.APPROVED, agents.isEmpty() ? List.of(registeredBy) : agents);
    }

    Judgement suspend() {
        return become(SupporterState.SUSPENDED, agents);
    }

    private Judgement become(SupporterState next, List<String> itsAgents) {
        if (state == next) {
            return new Judgement.Unchanged(this);
        }
        if (!state.mayBecome(next)) {
            return new Judgement.WrongState();
        }
        return new Judgement.Changed(new Supporter(
                id,
                name,
                kind,
                siret,
                website,
                registeredBy,
                registration,
                fingerprint,
                registeredAt,
                next,
                itsAgents));
    }
}
