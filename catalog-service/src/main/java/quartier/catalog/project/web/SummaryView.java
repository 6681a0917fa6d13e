package quartier.catalog.project.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.catalog.project.Campaign;
import quartier.catalog.project.Need;
import quartier.catalog.project.Page;
import quartier.catalog.project.Project;

/** A project in a list. */
record SummaryView(
        String id,
        String slug,
        String state,
        @Nullable String title,
        @Nullable String pitch,
        String territory,
        List<String> territoryPath,
        @Nullable String district,
        ProjectRequest.@Nullable PlaceJson place,
        @Nullable String theme,
        @Nullable String ownerKind,
        @Nullable String call,
        ProjectView.OwnerView owner,
        @Nullable MoneyJson goal,
        List<MoneyJson> stretchGoals,
        ProjectView.@Nullable TotalsView totals,
        List<String> needKinds,
        Instant createdAt,
        @Nullable Instant submittedAt,
        @Nullable Instant launchedAt,
        @Nullable Instant deadline,
        List<String> coSupports) {

    /** @param next the cursor of the following page, absent on the last one */
    record ListView(List<SummaryView> items, @Nullable String next) {

        static ListView of(Page page) {
            return new ListView(
                    page.projects().stream().map(SummaryView::of).toList(),
                    page.next() == null ? null : page.next().text());
        }

        static ListView of(List<Project> projects) {
            return new ListView(projects.stream().map(SummaryView::of).toList(), null);
        }
    }

    static SummaryView of(Project project) {
        var form = project.form();
        Campaign campaign = project.campaign();
        return new SummaryView(
                project.id(),
                project.slug(),
                project.state().id(),
                form.title(),
                form.pitch(),
                form.territory(),
                project.territoryPath(),
                form.district(),
                form.place() == null ? null : FormWriting.place(form.place()),
                form.theme(),
                form.ownerKind(),
                form.call(),
                new ProjectView.OwnerView(
                        project.owner().memberId(), project.owner().name()),
                form.goal() == null ? null : MoneyJson.of(form.goal()),
                form.stretchGoals().stream().map(MoneyJson::of).toList(),
                ProjectView.totals(project),
                form.needs().stream().map(Need::kind).distinct().toList(),
                project.creation().at(),
                project.submittedAt(),
                campaign == null ? null : campaign.launchedAt(),
                campaign == null ? null : campaign.terms().deadline(),
                ProjectView.coSupports(project));
    }
}
