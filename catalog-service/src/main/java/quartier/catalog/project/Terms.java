package quartier.catalog.project;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What backers agree to: frozen from the project and its territory's policy at launch. All amounts in minor units of
 * one currency.
 */
public record Terms(
        String currency,
        long goalMinorUnits,
        long capMinorUnits,
        Instant deadline,
        int policyVersion,
        int commissionBasisPoints,
        int vatBasisPoints,
        List<String> pledgeKinds,
        List<Long> stretchGoalsMinorUnits,
        List<Tier> tiers,
        SupportThreshold support,
        @Nullable LoanRule loans) {

    public Terms {
        pledgeKinds = List.copyOf(pledgeKinds);
        stretchGoalsMinorUnits = List.copyOf(stretchGoalsMinorUnits);
        tiers = List.copyOf(tiers);
    }

    /** Of a form that {@link Guardrails} has found complete. */
    static Terms freeze(ProjectForm form, Policy policy, Instant launch) {
        Money goal = Objects.requireNonNull(form.goal(), "checked before");
        int days = Objects.requireNonNull(form.durationDays(), "checked before");
        return new Terms(
                policy.currency(),
                goal.amount(),
                policy.capOf(goal.amount()),
                Policy.deadlineOf(launch, days),
                policy.version(),
                policy.commissionBasisPoints(),
                policy.vatBasisPoints(),
                policy.pledgeKinds(),
                form.stretchGoals().stream().map(Money::amount).toList(),
                form.tiers(),
                policy.support(),
                policy.loans());
    }
}
