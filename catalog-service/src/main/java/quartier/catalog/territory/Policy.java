package quartier.catalog.territory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A territory's rules for the projects in it and below it. A change concerns only campaigns that are launched after it.
 *
 * @param version counts the changes; 0 in a wish that has not been stored
 * @param currency ISO 4217
 * @param goalCapMinorUnits the highest goal
 * @param overfundingCapPercent the most that may be collected, in percent of the goal
 * @param commissionBasisPoints of what is paid out, before tax
 * @param vatBasisPoints of the commission
 * @param pledgeKinds {@code gift}, {@code gift_with_reward} and {@code interest_free_loan}
 * @param loans null where none are taken, which is the usual case
 * @param review the usual one where a policy says nothing of it
 * @param rails loose where a policy says nothing of them
 */
public record Policy(
        int version,
        String currency,
        long goalCapMinorUnits,
        int overfundingCapPercent,
        int minimumDays,
        int maximumDays,
        int commissionBasisPoints,
        int vatBasisPoints,
        List<String> pledgeKinds,
        List<Criterion> reviewCriteria,
        SupportRule support,
        @Nullable LoanRule loans,
        ReviewRule review,
        Rails rails) {

    public Policy {
        pledgeKinds = List.copyOf(pledgeKinds);
        reviewCriteria = List.copyOf(reviewCriteria);
        // Policies that were stored or configured before there were these say nothing of them.
        review = review == null ? ReviewRule.USUAL : review;
        rails = rails == null ? Rails.LOOSE : rails;
    }

    Policy withVersion(int version) {
        return new Policy(
                version,
                currency,
                goalCapMinorUnits,
                overfundingCapPercent,
                minimumDays,
                maximumDays,
                commissionBasisPoints,
                vatBasisPoints,
                pledgeKinds,
                reviewCriteria,
                support,
                loans,
                review,
                rails);
    }
}
