package quartier.catalog.territory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A field in which two policies differ.
 *
 * @param field as in the API
 * @param from as text, amounts in minor units; null where there was nothing
 * @param to likewise
 */
public record Difference(
        String field, @Nullable String from, @Nullable String to) {

    public static List<Difference> between(@Nullable Policy before, @Nullable Policy after) {
        Map<String, @Nullable String> old = before == null ? Map.of() : facets(before);
        Map<String, @Nullable String> now = after == null ? Map.of() : facets(after);
        List<Difference> found = new ArrayList<>();
        for (String field : after == null ? old.keySet() : now.keySet()) {
            if (!Objects.equals(old.get(field), now.get(field))) {
                found.add(new Difference(field, old.get(field), now.get(field)));
            }
        }
        return found;
    }

    private static Map<String, @Nullable String> facets(Policy policy) {
        Map<String, @Nullable String> facets = new LinkedHashMap<>();
        facets.put("currency", policy.currency());
        facets.put("goalCap", String.valueOf(policy.goalCapMinorUnits()));
        facets.put("overfundingCapPercent", String.valueOf(policy.overfundingCapPercent()));
        facets.put("minimumDays", String.valueOf(policy.minimumDays()));
        facets.put("maximumDays", String.valueOf(policy.maximumDays()));
        facets.put("commissionBasisPoints", String.valueOf(policy.commissionBasisPoints()));
        facets.put("vatBasisPoints", String.valueOf(policy.vatBasisPoints()));
        facets.put("pledgeKinds", String.join(", ", policy.pledgeKinds()));
        facets.put(
                "reviewCriteria",
                policy.reviewCriteria().stream().map(Criterion::id).collect(Collectors.joining(", ")));
        facets.put("support.minimumPercent", String.valueOf(policy.support().minimumPercent()));
        facets.put("support.minimumBackers", String.valueOf(policy.support().minimumBackers()));
        LoanRule loans = policy.loans();
        facets.put("loans.perLender", loans == null ? null : String.valueOf(loans.perLenderMinorUnits()));
        facets.put("loans.graceMonths", loans == null ? null : String.valueOf(loans.graceMonths()));
        facets.put("loans.instalments", loans == null ? null : String.valueOf(loans.instalments()));
        facets.put("review.serviceDays", String.valueOf(policy.review().serviceDays()));
        Long secondEyes = policy.review().secondEyesAboveMinorUnits();
        facets.put("review.secondEyesAbove", secondEyes == null ? null : secondEyes.toString());
        facets.put("rails.rewardsRequired", String.valueOf(policy.rails().rewardsRequired()));
        facets.put("rails.symbolicPercent", String.valueOf(policy.rails().symbolicPercent()));
        facets.put("rails.needsRequired", String.valueOf(policy.rails().needsRequired()));
        return facets;
    }
}
