package quartier.support.supporter;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may see which organisations: approved ones everybody, the others their registrant and the operator. */
public final class ReadSupporters {

    private final Supporters supporters;

    public ReadSupporters(Supporters supporters) {
        this.supporters = supporters;
    }

    /** Whether the agent may act for the organisation now, and why not. */
    public Agency actingFor(String id, Agent agent) {
        Optional<Supporter> found = supporters.find(id).map(Supporters.Versioned::supporter);
        if (found.isEmpty() || !found.get().hasAgent(agent)) {
            return new Agency.NotAnAgent();
        }
        return found.get().approved() ? new Agency.Acting(found.get()) : new Agency.NotApproved(found.get());
    }

    /** All organisations that the agent may act for now. */
    public List<Supporter> actingFor(Agent agent) {
        return supporters.of(agent).stream()
                .filter(supporter -> supporter.letsAct(agent))
                .toList();
    }

    /** Those that the agent registered, acts for, or has a role for; approved or not. */
    public List<Supporter> of(Agent agent) {
        return supporters.of(agent);
    }

    public Optional<Supporters.Versioned> seenBy(@Nullable Agent reader, boolean operator, String id) {
        return supporters
                .find(id)
                .filter(found -> found.supporter().approved()
                        || operator
                        || (reader != null && found.supporter().registeredBy().equals(reader.member())));
    }

    public List<Supporter> approved(@Nullable String after, int limit) {
        return supporters.list(SupporterState.APPROVED, after, limit);
    }

    /** For the operator: in this state, or all. */
    public List<Supporter> all(@Nullable SupporterState state, @Nullable String after, int limit) {
        return supporters.list(state, after, limit);
    }
}
