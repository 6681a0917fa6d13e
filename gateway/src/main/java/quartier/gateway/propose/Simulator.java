package quartier.gateway.propose;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.gateway.call.Money;
import quartier.gateway.call.Parts;
import quartier.gateway.catalog.Territory;
import quartier.gateway.pledge.Operations;
import quartier.gateway.pledge.Operations.Split;

/** What an owner would get of the goal, divided by the service that will divide it; shown before the launch. */
@Component
class Simulator {

    private final Operations operations;
    private final Parts parts;

    Simulator(Operations operations, Parts parts) {
        this.operations = operations;
        this.parts = parts;
    }

    /** Nothing without a goal or a policy, and when the service is away: the page goes without it. */
    @Nullable
    Split net(@Nullable Money goal, @Nullable Territory place) {
        Territory.Policy policy = place == null ? null : place.policy();
        if (policy == null || goal == null || goal.amount() <= 0) {
            return null;
        }
        return parts.start(() -> operations.simulate(goal, policy.commissionBasisPoints(), policy.vatBasisPoints()))
                .get()
                .getValue();
    }
}
