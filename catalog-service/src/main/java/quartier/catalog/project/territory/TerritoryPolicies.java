package quartier.catalog.project.territory;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.catalog.project.LoanRule;
import quartier.catalog.project.Policies;
import quartier.catalog.project.Policy;
import quartier.catalog.project.Rails;
import quartier.catalog.project.ReviewRule;
import quartier.catalog.project.SupportThreshold;
import quartier.catalog.territory.Criterion;
import quartier.catalog.territory.ReadTerritories;
import quartier.catalog.territory.Standing;
import quartier.catalog.territory.Territory;
import quartier.catalog.territory.Theme;

/** Projects obey the policy of their territory: its own, or the one that it inherits. */
@Component
final class TerritoryPolicies implements Policies {

    private final ReadTerritories territories;

    TerritoryPolicies(ReadTerritories territories) {
        this.territories = territories;
    }

    @Override
    public Optional<Policy> of(String territory) {
        return territories.find(territory).map(TerritoryPolicies::policy);
    }

    @Override
    public List<String> roots() {
        return territories.all().stream()
                .filter(territory -> territory.parent() == null)
                .map(Territory::id)
                .toList();
    }

    private static @Nullable LoanRule loans(quartier.catalog.territory.@Nullable LoanRule set) {
        return set == null ? null : new LoanRule(set.perLenderMinorUnits(), set.graceMonths(), set.instalments());
    }

    private static Policy policy(Territory territory) {
        var set = territory.requiredPolicy();
        return new Policy(
                territory.id(),
                territory.path(),
                new HashSet<>(territory.districts()),
                territory.themes().stream().map(Theme::id).collect(Collectors.toSet()),
                set.version(),
                set.currency(),
                set.goalCapMinorUnits(),
                set.overfundingCapPercent(),
                set.minimumDays(),
                set.maximumDays(),
                set.commissionBasisPoints(),
                set.vatBasisPoints(),
                set.pledgeKinds(),
                set.reviewCriteria().stream().map(Criterion::id).toList(),
                new SupportThreshold(
                        set.support().minimumPercent(), set.support().minimumBackers()),
                loans(set.loans()),
                new ReviewRule(set.review().serviceDays(), set.review().secondEyesAboveMinorUnits()),
                new Rails(
                        set.rails().rewardsRequired(),
                        set.rails().symbolicPercent(),
                        set.rails().needsRequired()),
                territory.standing() == Standing.ACTIVE);
    }
}
