package quartier.catalog.territory.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quartier.catalog.territory.Criterion;
import quartier.catalog.territory.LoanRule;
import quartier.catalog.territory.Policy;
import quartier.catalog.territory.Rails;
import quartier.catalog.territory.ReviewRule;
import quartier.catalog.territory.SupportRule;
import quartier.catalog.territory.web.TerritoryRequest.TextJson;
import quartier.platform.web.Problem;

/**
 * A policy as it is read and written.
 *
 * @param version told by the service; what a caller sends of it is not used
 * @param review the usual one where it is left out
 * @param rails loose where they are left out
 */
record PolicyJson(
        @Nullable Integer version,
        @Nullable String currency,
        @Nullable MoneyJson goalCap,
        @Nullable Integer overfundingCapPercent,
        @Nullable Integer minimumDays,
        @Nullable Integer maximumDays,
        @Nullable Integer commissionBasisPoints,
        @Nullable Integer vatBasisPoints,
        @Nullable List<String> pledgeKinds,
        @Nullable List<TextJson> reviewCriteria,
        @Nullable SupportJson support,
        @Nullable LoansJson loans,
        @Nullable ReviewJson review,
        @Nullable RailsJson rails) {

    record MoneyJson(long amount, String currency) {}

    record SupportJson(int minimumPercent, int minimumBackers) {}

    record LoansJson(MoneyJson perLender, int graceMonths, int instalments) {}

    record ReviewJson(int serviceDays, @Nullable MoneyJson secondEyesAbove) {}

    record RailsJson(boolean rewardsRequired, int symbolicPercent, boolean needsRequired) {}

    static PolicyJson of(Policy policy) {
        String currency = policy.currency();
        LoanRule loans = policy.loans();
        Long secondEyes = policy.review().secondEyesAboveMinorUnits();
        return new PolicyJson(
                policy.version(),
                currency,
                new MoneyJson(policy.goalCapMinorUnits(), currency),
                policy.overfundingCapPercent(),
                policy.minimumDays(),
                policy.maximumDays(),
                policy.commissionBasisPoints(),
                policy.vatBasisPoints(),
                policy.pledgeKinds(),
                policy.reviewCriteria().stream()
                        .map(criterion -> new TextJson(criterion.id(), criterion.fr(), criterion.en()))
                        .toList(),
                new SupportJson(
                        policy.support().minimumPercent(), policy.support().minimumBackers()),
                loans == null
                        ? null
                        : new LoansJson(
                                new MoneyJson(loans.perLenderMinorUnits(), currency),
                                loans.graceMonths(),
                                loans.instalments()),
                new ReviewJson(
                        policy.review().serviceDays(), secondEyes == null ? null : new MoneyJson(secondEyes, currency)),
                new RailsJson(
                        policy.rails().rewardsRequired(),
                        policy.rails().symbolicPercent(),
                        policy.rails().needsRequired()));
    }

    /** @throws Problem 422 with the fields that are missing */
    Policy complete() {
        List<Problem.Field> missing = new ArrayList<>();
        missing(missing);
        if (!missing.isEmpty()) {
            throw Problem.ofFields(missing);
        }
        return policy();
    }

    void missing(List<Problem.Field> missing) {
        need(missing, "currency", currency);
        need(missing, "goalCap", goalCap);
        need(missing, "overfundingCapPercent", overfundingCapPercent);
        need(missing, "minimumDays", minimumDays);
        need(missing, "maximumDays", maximumDays);
        need(missing, "commissionBasisPoints", commissionBasisPoints);
        need(missing, "vatBasisPoints", vatBasisPoints);
        need(missing, "pledgeKinds", pledgeKinds);
        need(missing, "reviewCriteria", reviewCriteria);
        need(missing, "support", support);
        if (loans != null) {
            need(missing, "loans.perLender", loans.perLender());
            sameCurrency(missing, "loans.perLender", loans.perLender());
        }
        sameCurrency(missing, "goalCap", goalCap);
        sameCurrency(missing, "review.secondEyesAbove", review == null ? null : review.secondEyesAbove());
        TerritoryRequest.texts(missing, "policy.reviewCriteria", reviewCriteria);
    }

    /** Whose fields are all there. */
    Policy policy() {
        SupportJson from = Objects.requireNonNull(support);
        return new Policy(
                0,
                Objects.requireNonNull(currency),
                Objects.requireNonNull(goalCap).amount(),
                Objects.requireNonNull(overfundingCapPercent),
                Objects.requireNonNull(minimumDays),
                Objects.requireNonNull(maximumDays),
                Objects.requireNonNull(commissionBasisPoints),
                Objects.requireNonNull(vatBasisPoints),
                Objects.requireNonNull(pledgeKinds),
                Objects.requireNonNull(reviewCriteria).stream()
                        .map(criterion -> new Criterion(
                                TerritoryRequest.there(criterion.id()),
                                TerritoryRequest.there(criterion.fr()),
                                TerritoryRequest.there(criterion.en())))
                        .toList(),
                new SupportRule(from.minimumPercent(), from.minimumBackers()),
                loans == null
                        ? null
                        : new LoanRule(loans.perLender().amount(), loans.graceMonths(), loans.instalments()),
                review == null ? ReviewRule.USUAL : review(review),
                rails == null
                        ? Rails.LOOSE
                        : new Rails(rails.rewardsRequired(), rails.symbolicPercent(), rails.needsRequired()));
    }

    private static ReviewRule review(ReviewJson review) {
        MoneyJson above = review.secondEyesAbove();
        return new ReviewRule(review.serviceDays(), above == null ? null : above.amount());
    }

    private void sameCurrency(List<Problem.Field> wrong, String field, @Nullable MoneyJson money) {
        if (money != null && currency != null && !currency.equals(money.currency())) {
            wrong.add(Problem.Field.of("policy." + field, "other-currency", currency));
        }
    }

    private static void need(List<Problem.Field> missing, String field, @Nullable Object value) {
        TerritoryRequest.need(missing, "policy." + field, value);
    }
}
