package quartier.catalog.project.mongo;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.catalog.project.Campaign;
import quartier.catalog.project.LoanRule;
import quartier.catalog.project.Need;
import quartier.catalog.project.Update;

/** The data of a project's events. The names here are a public contract and only grow; amounts in minor units. */
final class ProjectFacts {

    private ProjectFacts() {}

    /** What every event of a project begins with. */
    record Project(
            String project,
            String slug,
            @Nullable String title,
            String territory,
            List<String> territoryPath,
            @Nullable String district,
            @Nullable String theme,
            @Nullable String ownerKind,
            String owner) {}

    record Launched(
            @JsonUnwrapped Project about, Instant launchedAt, Terms terms, List<NeedFact> needs, SupportFact support) {}

    record SupportFact(int minimumPercent, int minimumBackers) {}

    record Terms(
            String currency,
            long goal,
            long cap,
            Instant deadline,
            int commissionBasisPoints,
            int vatBasisPoints,
            List<String> pledgeKinds,
            List<Long> stretchGoals,
            List<TierFact> tiers,
            @Nullable LoansFact loans) {}

    record TierFact(
            String id,
            long amount,
            String reward,
            @Nullable Integer stock,
            @Nullable String deliveryMonth,
            @Nullable Long marketValue) {}

    /** @param perLender the most that one lender may lend to the project */
    record LoansFact(long perLender, int graceMonths, int instalments) {}

    record NeedFact(
            String id,
            String kind,
            String title,
            int quantity,
            @Nullable String description) {}

    record Updated(@JsonUnwrapped Project about, UpdateFact update) {}

    record UpdateFact(String id, String title) {}

    record WithReason(@JsonUnwrapped Project about, String reason) {}

    record WithTier(@JsonUnwrapped Project about, String tier) {}

    record Silent(@JsonUnwrapped Project about, Instant since) {}

    record Entered(
            @JsonUnwrapped Project about,
            String call,
            @Nullable String previous) {}

    record Left(@JsonUnwrapped Project about, String call, boolean removed) {}

    record State(
            @JsonUnwrapped Project about,
            String state,
            @Nullable String pitch,
            @Nullable Instant launchedAt,
            @Nullable Instant deadline,
            @JsonProperty("goal") @Nullable Long goalMinorUnits,
            int percent) {}

    static Project project(quartier.catalog.project.Project project) {
        var form = project.form();
        return new Project(
                project.id(),
                project.slug(),
                form.title(),
                form.territory(),
                project.territoryPath(),
                form.district(),
                form.theme(),
                form.ownerKind(),
                project.owner().memberId());
    }

    static Launched launched(quartier.catalog.project.Project project, Campaign campaign) {
        var terms = campaign.terms();
        return new Launched(
                project(project),
                campaign.launchedAt(),
                new Terms(
                        terms.currency(),
                        terms.goalMinorUnits(),
                        terms.capMinorUnits(),
                        terms.deadline(),
                        terms.commissionBasisPoints(),
                        terms.vatBasisPoints(),
                        terms.pledgeKinds(),
                        terms.stretchGoalsMinorUnits(),
                        terms.tiers().stream()
                                .map(tier -> new TierFact(
                                        tier.id(),
                                        tier.amount().amount(),
                                        tier.reward(),
                                        tier.stock(),
                                        tier.deliveryMonth(),
                                        tier.marketValue() == null
                                                ? null
                                                : tier.marketValue().amount()))
                                .toList(),
                        loans(terms.loans())),
                project.form().needs().stream().map(ProjectFacts::need).toList(),
                new SupportFact(
                        terms.support().minimumPercent(), terms.support().minimumBackers()));
    }

    private static @Nullable LoansFact loans(@Nullable LoanRule loans) {
        return loans == null
                ? null
                : new LoansFact(loans.perLenderMinorUnits(), loans.graceMonths(), loans.instalments());
    }

    static Updated updated(quartier.catalog.project.Project project, Update update) {
        return new Updated(project(project), new UpdateFact(update.id(), update.title()));
    }

    static WithReason withReason(quartier.catalog.project.Project project, String reason) {
        return new WithReason(project(project), reason);
    }

    static WithTier withTier(quartier.catalog.project.Project project, String tier) {
        return new WithTier(project(project), tier);
    }

    static Silent silent(quartier.catalog.project.Project project, Instant since) {
        return new Silent(project(project), since);
    }

    static Entered entered(quartier.catalog.project.Project project, String call, @Nullable String previous) {
        return new Entered(project(project), call, previous);
    }

    static Left left(quartier.catalog.project.Project project, String call, boolean removed) {
        return new Left(project(project), call, removed);
    }

    static State state(quartier.catalog.project.Project project) {
        Campaign campaign = project.campaign();
        return new State(
                project(project),
                project.state().id(),
                project.form().pitch(),
                campaign == null ? null : campaign.launchedAt(),
                campaign == null ? null : campaign.terms().deadline(),
                campaign == null ? null : campaign.terms().goalMinorUnits(),
                project.totals().percent());
    }

    private static NeedFact need(Need need) {
        return new NeedFact(need.id(), need.kind(), need.title(), need.quantity(), need.description());
    }
}
