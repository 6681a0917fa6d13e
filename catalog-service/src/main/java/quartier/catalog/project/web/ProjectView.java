package quartier.catalog.project.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartier.catalog.project.Campaign;
import quartier.catalog.project.CoSupport;
import quartier.catalog.project.Completeness;
import quartier.catalog.project.LoanRule;
import quartier.catalog.project.Picture;
import quartier.catalog.project.Project;
import quartier.catalog.project.Removal;
import quartier.catalog.project.Silence;
import quartier.catalog.project.Terms;

/** A whole project, as far as this reader may see it. */
record ProjectView(
        String id,
        String slug,
        long version,
        String state,
        OwnerView owner,
        List<String> territoryPath,
        @JsonUnwrapped ProjectRequest form,
        @Nullable String storyHtml,
        Instant createdAt,
        @Nullable Instant submittedAt,
        @Nullable Instant launchedAt,
        @Nullable Instant deadline,
        @Nullable TermsView terms,
        @Nullable TotalsView totals,
        int updateCount,
        @Nullable ReviewView review,
        @Nullable List<RemovalView> removals,
        @Nullable CompletenessView completeness,
        List<MateView> team,
        @Nullable List<InvitationView> invitations,
        List<PictureView> pictures,
        @Nullable Instant silentFrom,
        List<String> coSupports,
        List<String> closedTiers) {

    record MateView(String id, String name, String role) {}

    record InvitationView(String id, String role, Instant until) {}

    record PictureView(String id, String alternative, int width, int height) {
        static PictureView of(Picture picture) {
            return new PictureView(picture.id(), picture.alternative(), picture.width(), picture.height());
        }
    }

    record OwnerView(String id, String name) {}

    record TotalsView(MoneyJson collected, int percent, int backers) {}

    record TermsView(
            MoneyJson goal,
            MoneyJson cap,
            Instant deadline,
            int policyVersion,
            int commissionBasisPoints,
            int vatBasisPoints,
            List<String> pledgeKinds,
            List<MoneyJson> stretchGoals,
            SupportView support,
            @Nullable LoansView loans) {}

    record LoansView(MoneyJson perLender, int graceMonths, int instalments) {}

    record CompletenessView(int percent, List<String> missing) {
        static CompletenessView of(Completeness completeness) {
            return new CompletenessView(completeness.percent(), completeness.missing());
        }
    }

    record RemovalView(String call, Instant at, String reason) {
        static RemovalView of(Removal removal) {
            return new RemovalView(removal.call(), removal.at(), removal.reason());
        }
    }

    record SupportView(int minimumPercent, int minimumBackers) {}

    static ProjectView of(Project project, Optional<CallingActor> reader) {
        Campaign campaign = project.campaign();
        boolean isOpen = reader.filter(project::isOpenTo).isPresent();
        boolean isOwn = reader.filter(project::isCarriedBy).isPresent();
        boolean isLed = reader.filter(project::isLedBy).isPresent();
        String story = project.form().story();
        return new ProjectView(
                project.id(),
                project.slug(),
                project.version(),
                project.state().id(),
                new OwnerView(project.owner().memberId(), project.owner().name()),
                project.territoryPath(),
                FormWriting.write(project.form()),
                story == null ? null : Markdown.toHtml(story),
                project.creation().at(),
                project.submittedAt(),
                campaign == null ? null : campaign.launchedAt(),
                campaign == null ? null : campaign.terms().deadline(),
                campaign == null ? null : terms(campaign.terms()),
                totals(project),
                project.updates().size(),
                isOpen ? ReviewView.of(project, reader) : null,
                isOpen ? project.removals().stream().map(RemovalView::of).toList() : null,
                isOwn ? CompletenessView.of(Completeness.of(project.form())) : null,
                project.team().mates().stream()
                        .map(mate -> new MateView(
                                mate.memberId(), mate.name(), mate.role().id()))
                        .toList(),
                isLed ? invitations(project) : null,
                project.pictures().stream().map(PictureView::of).toList(),
                Silence.markedFrom(project).orElse(null),
                coSupports(project),
                campaign == null ? List.of() : campaign.closedTiers());
    }

    private static List<InvitationView> invitations(Project project) {
        return project.team().invitations().stream()
                .filter(one -> one.acceptedBy() == null)
                .map(one -> new InvitationView(one.id(), one.role().id(), one.until()))
                .toList();
    }

    static List<String> coSupports(Project project) {
        return project.coSupports().stream().map(CoSupport::territory).toList();
    }

    /** Null until the launch: there is nothing to count. */
    static @Nullable TotalsView totals(Project project) {
        Campaign campaign = project.campaign();
        if (campaign == null) {
            return null;
        }
        var totals = campaign.totals();
        return new TotalsView(
                MoneyJson.of(totals.collectedMinorUnits(), campaign.terms().currency()),
                totals.percent(),
                totals.backers());
    }

    private static @Nullable LoansView loans(Terms terms) {
        LoanRule loans = terms.loans();
        return loans == null
                ? null
                : new LoansView(
                        MoneyJson.of(loans.perLenderMinorUnits(), terms.currency()),
                        loans.graceMonths(),
                        loans.instalments());
    }

    private static TermsView terms(Terms terms) {
        return new TermsView(
                MoneyJson.of(terms.goalMinorUnits(), terms.currency()),
                MoneyJson.of(terms.capMinorUnits(), terms.currency()),
                terms.deadline(),
                terms.policyVersion(),
                terms.commissionBasisPoints(),
                terms.vatBasisPoints(),
                terms.pledgeKinds(),
                terms.stretchGoalsMinorUnits().stream()
                        .map(amount -> MoneyJson.of(amount, terms.currency()))
                        .toList(),
                new SupportView(
                        terms.support().minimumPercent(), terms.support().minimumBackers()),
                loans(terms));
    }
}
