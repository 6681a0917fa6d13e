package quartier.catalog.territory;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a policy must be. Each thing that it says against itself, or against the law, is named; all of them at once.
 */
final class PolicyRules {

    private static final String LOAN = "interest_free_loan";
    private static final String GIFT_WITH_REWARD = "gift_with_reward";
    private static final Set<String> PLEDGE_KINDS = Set.of("gift", GIFT_WITH_REWARD, LOAN);

    /** Keeps a cap of several times the goal far from overflow. */
    private static final long HIGHEST_CAP_MINOR_UNITS = 100_000_000_00L;

    private PolicyRules() {}

    static void check(List<Breach> found, Policy policy) {
        Checks.when(!policy.currency().matches("[A-Z]{3}"), found, "policy.currency", "unknown-currency");
        Checks.when(
                policy.goalCapMinorUnits() <= 0 || policy.goalCapMinorUnits() > HIGHEST_CAP_MINOR_UNITS,
                found,
                "policy.goalCap",
                "out-of-range");
        Checks.range(found, "policy.overfundingCapPercent", policy.overfundingCapPercent(), 100, 1_000);
        Checks.range(found, "policy.minimumDays", policy.minimumDays(), 1, 365);
        Checks.range(found, "policy.maximumDays", policy.maximumDays(), 1, 365);
        Checks.range(found, "policy.commissionBasisPoints", policy.commissionBasisPoints(), 0, 2_000);
        Checks.range(found, "policy.vatBasisPoints", policy.vatBasisPoints(), 0, 5_000);
        Checks.range(found, "policy.support.minimumPercent", policy.support().minimumPercent(), 0, 100);
        Checks.range(found, "policy.support.minimumBackers", policy.support().minimumBackers(), 0, 10_000);
        Checks.range(found, "policy.review.serviceDays", policy.review().serviceDays(), 1, 120);
        Checks.range(found, "policy.rails.symbolicPercent", policy.rails().symbolicPercent(), 0, 100);
        Checks.when(
                policy.pledgeKinds().isEmpty() || !PLEDGE_KINDS.containsAll(policy.pledgeKinds()),
                found,
                "policy.pledgeKinds",
                "unknown-pledge-kind");
        contradictions(found, policy);
        loans(found, policy);
        criteria(found, policy);
    }

    private static void contradictions(List<Breach> found, Policy policy) {
        Checks.when(
                policy.minimumDays() > policy.maximumDays(),
                found,
                "policy.maximumDays",
                "days-crossed",
                policy.minimumDays(),
                policy.maximumDays());
        Checks.when(
                policy.rails().rewardsRequired() && !policy.pledgeKinds().contains(GIFT_WITH_REWARD),
                found,
                "policy.rails.rewardsRequired",
                "rewards-required-but-not-taken");
        Checks.when(
                new HashSet<>(policy.pledgeKinds()).size()
                        < policy.pledgeKinds().size(),
                found,
                "policy.pledgeKinds",
                "named-twice");
        Long secondEyes = policy.review().secondEyesAboveMinorUnits();
        Checks.when(secondEyes != null && secondEyes < 0, found, "policy.review.secondEyesAbove", "out-of-range");
        Checks.when(
                secondEyes != null && secondEyes >= policy.goalCapMinorUnits(),
                found,
                "policy.review.secondEyesAbove",
                "second-eyes-never-needed");
    }

    /** The kind and its terms come together; the law limits both. */
    private static void loans(List<Breach> found, Policy policy) {
        LoanRule loans = policy.loans();
        boolean taken = policy.pledgeKinds().contains(LOAN);
        Checks.when(taken != (loans != null), found, "policy.loans", "loans-need-terms");
        if (loans == null) {
            return;
        }
        Checks.when(
                loans.perLenderMinorUnits() <= 0 || loans.perLenderMinorUnits() > LoanRule.LEGAL_LIMIT_MINOR_UNITS,
                found,
                "policy.loans.perLender",
                "loan-limit");
        Checks.range(found, "policy.loans.graceMonths", loans.graceMonths(), 0, LoanRule.LONGEST_MONTHS - 1);
        Checks.range(
                found,
                "policy.loans.instalments",
                loans.instalments(),
                1,
                LoanRule.LONGEST_MONTHS - Math.clamp(loans.graceMonths(), 0, LoanRule.LONGEST_MONTHS - 1));
    }

    private static void criteria(List<Breach> found, Policy policy) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < policy.reviewCriteria().size(); i++) {
            Criterion criterion = policy.reviewCriteria().get(i);
            String field = "policy.reviewCriteria[" + i + "]";
            Checks.id(found, field + ".id", criterion.id(), ids);
            Checks.text(found, field + ".fr", criterion.fr());
            Checks.text(found, field + ".en", criterion.en());
        }
        Checks.count(found, "policy.reviewCriteria", policy.reviewCriteria());
    }
}
