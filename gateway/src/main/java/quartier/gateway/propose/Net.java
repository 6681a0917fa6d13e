package quartier.gateway.propose;

import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;
import quartier.gateway.catalog.Project;
import quartier.gateway.catalog.Territory;

/**
 * What an owner would get of the goal, to the cent, rounded half up as the settlement does; shown before launch, so that
 * nobody is surprised after it.
 */
record Net(Money goal, Money commission, Money vat, Money net) {

    static @Nullable Net of(Project project, Territory.@Nullable Policy policy) {
        if (policy == null || project.goal() == null) {
            return null;
        }
        long goal = project.goal().amount();
        long commission = share(goal, policy.commissionBasisPoints());
        long vat = share(commission, policy.vatBasisPoints());
        String currency = project.goal().currency();
        return new Net(
                project.goal(),
                new Money(commission, currency),
                new Money(vat, currency),
                new Money(goal - commission - vat, currency));
    }

    private static long share(long amount, int basisPoints) {
        return Math.floorDiv(Math.addExact(Math.multiplyExact(amount, (long) basisPoints), 5_000L), 10_000L);
    }
}
