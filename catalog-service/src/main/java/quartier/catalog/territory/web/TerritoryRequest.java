package quartier.catalog.territory.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quartier.catalog.territory.Centre;
import quartier.catalog.territory.Criterion;
import quartier.catalog.territory.Label;
import quartier.catalog.territory.LoanRule;
import quartier.catalog.territory.Policy;
import quartier.catalog.territory.SupportRule;
import quartier.catalog.territory.TerritoryForm;
import quartier.catalog.territory.Theme;
import quartier.platform.web.Problem;

/** What an administrator sends; what is left out is inherited from the territory above. */
record TerritoryRequest(
        @Nullable LabelJson name,
        @Nullable String kind,
        @Nullable String parent,
        @Nullable CentreJson centre,
        @Nullable String inseeCode,
        @Nullable List<String> districts,
        @Nullable List<TextJson> themes,
        @Nullable String operatorName,
        @Nullable String orias,
        @Nullable PolicyJson policy) {

    record LabelJson(@Nullable String fr, @Nullable String en) {}

    record CentreJson(double lat, double lon) {}

    /** A theme or a criterion of review. */
    record TextJson(
            @Nullable String id,
            @Nullable String fr,
            @Nullable String en) {}

    record MoneyJson(long amount, String currency) {}

    record SupportJson(int minimumPercent, int minimumBackers) {}

    record LoansJson(MoneyJson perLender, int graceMonths, int instalments) {}

    /** @param version told by the service; what a caller sends of it is not used */
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
            @Nullable LoansJson loans) {}

    /** @throws Problem 422 with the fields that are missing */
    TerritoryForm form() {
        List<Problem.Field> missing = new ArrayList<>();
        need(missing, "name", name);
        need(missing, "name.fr", name == null ? null : name.fr());
        need(missing, "name.en", name == null ? null : name.en());
        need(missing, "kind", kind);
        texts(missing, "themes", themes);
        if (policy != null) {
            need(missing, "policy.currency", policy.currency());
            need(missing, "policy.goalCap", policy.goalCap());
            need(missing, "policy.overfundingCapPercent", policy.overfundingCapPercent());
            need(missing, "policy.minimumDays", policy.minimumDays());
            need(missing, "policy.maximumDays", policy.maximumDays());
            need(missing, "policy.commissionBasisPoints", policy.commissionBasisPoints());
            need(missing, "policy.vatBasisPoints", policy.vatBasisPoints());
            need(missing, "policy.pledgeKinds", policy.pledgeKinds());
            need(missing, "policy.reviewCriteria", policy.reviewCriteria());
            need(missing, "policy.support", policy.support());
            if (policy.loans() != null) {
                need(missing, "policy.loans.perLender", policy.loans().perLender());
            }
            texts(missing, "policy.reviewCriteria", policy.reviewCriteria());
        }
        if (!missing.isEmpty()) {
            throw Problem.ofFields(missing);
        }
        LabelJson label = Objects.requireNonNull(name);
        return new TerritoryForm(
                new Label(there(label.fr()), there(label.en())),
                Objects.requireNonNull(kind),
                parent,
                centre == null ? null : new Centre(centre.lat(), centre.lon()),
                inseeCode,
                districts,
                themes == null
                        ? null
                        : themes.stream()
                                .map(theme -> new Theme(there(theme.id()), there(theme.fr()), there(theme.en())))
                                .toList(),
                operatorName,
                orias,
                policy == null ? null : policy(policy));
    }

    private static Policy policy(PolicyJson policy) {
        SupportJson support = Objects.requireNonNull(policy.support());
        return new Policy(
                0,
                Objects.requireNonNull(policy.currency()),
                Objects.requireNonNull(policy.goalCap()).amount(),
                Objects.requireNonNull(policy.overfundingCapPercent()),
                Objects.requireNonNull(policy.minimumDays()),
                Objects.requireNonNull(policy.maximumDays()),
                Objects.requireNonNull(policy.commissionBasisPoints()),
                Objects.requireNonNull(policy.vatBasisPoints()),
                Objects.requireNonNull(policy.pledgeKinds()),
                Objects.requireNonNull(policy.reviewCriteria()).stream()
                        .map(criterion ->
                                new Criterion(there(criterion.id()), there(criterion.fr()), there(criterion.en())))
                        .toList(),
                new SupportRule(support.minimumPercent(), support.minimumBackers()),
                loans(policy.loans()));
    }

    private static @Nullable LoanRule loans(@Nullable LoansJson loans) {
        return loans == null
                ? null
                : new LoanRule(loans.perLender().amount(), loans.graceMonths(), loans.instalments());
    }

    private static void texts(List<Problem.Field> missing, String field, @Nullable List<TextJson> texts) {
        for (int i = 0; texts != null && i < texts.size(); i++) {
            need(missing, field + "[" + i + "].id", texts.get(i).id());
            need(missing, field + "[" + i + "].fr", texts.get(i).fr());
            need(missing, field + "[" + i + "].en", texts.get(i).en());
        }
    }

    private static String there(@Nullable String checkedBefore) {
        return Objects.requireNonNull(checkedBefore);
    }

    private static void need(List<Problem.Field> missing, String field, @Nullable Object value) {
        if (value == null) {
            missing.add(Problem.Field.of(field, "required"));
        }
    }
}
