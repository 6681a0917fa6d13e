package quartier.catalog.territory.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.catalog.territory.LoanRule;
import quartier.catalog.territory.Policy;
import quartier.catalog.territory.Territory;
import quartier.catalog.territory.web.TerritoryRequest.CentreJson;
import quartier.catalog.territory.web.TerritoryRequest.LabelJson;
import quartier.catalog.territory.web.TerritoryRequest.LoansJson;
import quartier.catalog.territory.web.TerritoryRequest.MoneyJson;
import quartier.catalog.territory.web.TerritoryRequest.PolicyJson;
import quartier.catalog.territory.web.TerritoryRequest.SupportJson;
import quartier.catalog.territory.web.TerritoryRequest.TextJson;

/** A territory with what it inherits. */
record TerritoryView(
        String id,
        long version,
        LabelJson name,
        String kind,
        @Nullable String parent,
        List<String> path,
        @Nullable CentreJson centre,
        @Nullable String inseeCode,
        List<String> districts,
        List<TextJson> themes,
        @Nullable String operatorName,
        @Nullable String orias,
        PolicyJson policy) {

    record ListView(List<TerritoryView> items) {}

    static TerritoryView of(Territory territory) {
        return new TerritoryView(
                territory.id(),
                territory.version(),
                new LabelJson(territory.name().fr(), territory.name().en()),
                territory.kind().id(),
                territory.parent(),
                territory.path(),
                territory.centre() == null
                        ? null
                        : new CentreJson(
                                territory.centre().lat(), territory.centre().lon()),
                territory.inseeCode(),
                territory.districts(),
                territory.themes().stream()
                        .map(theme -> new TextJson(theme.id(), theme.fr(), theme.en()))
                        .toList(),
                territory.operatorName(),
                territory.orias(),
                policy(territory.requiredPolicy()));
    }

    private static @Nullable LoansJson loans(Policy policy) {
        LoanRule loans = policy.loans();
        return loans == null
                ? null
                : new LoansJson(
                        new MoneyJson(loans.perLenderMinorUnits(), policy.currency()),
                        loans.graceMonths(),
                        loans.instalments());
    }

    private static PolicyJson policy(Policy policy) {
        return new PolicyJson(
                policy.version(),
                policy.currency(),
                new MoneyJson(policy.goalCapMinorUnits(), policy.currency()),
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
                loans(policy));
    }
}
