package quartier.catalog.project.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import quartier.catalog.project.Campaign;
import quartier.catalog.project.Facets;
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
        ProjectView.@Nullable PictureView cover,
        List<String> coSupports) {

    /**
     * @param next the cursor of the following page, absent on the last one
     * @param total of all pages, and how they fall; only where facets were asked for
     */
    record ListView(
            List<SummaryView> items,
            @Nullable String next,
            @Nullable Long total,
            @Nullable Map<String, List<FacetView>> facets) {

        static ListView of(Page page) {
            return new ListView(
                    page.projects().stream().map(SummaryView::of).toList(),
                    page.next() == null ? null : page.next().text(),
                    page.facets() == null ? null : page.facets().total(),
                    page.facets() == null ? null : FacetView.of(page.facets()));
        }

        static ListView of(List<Project> projects) {
            return new ListView(projects.stream().map(SummaryView::of).toList(), null, null, null);
        }
    }

    record FacetView(String value, int count) {

        /** Under the names of the filters that they stand for. */
        static Map<String, List<FacetView>> of(Facets facets) {
            Map<String, List<FacetView>> views = new TreeMap<>();
            facets.counts()
                    .forEach((kind, counts) -> views.put(
                            name(kind),
                            counts.stream()
                                    .map(count -> new FacetView(count.value(), count.projects()))
                                    .toList()));
            return views;
        }

        private static String name(Facets.Kind kind) {
            return switch (kind) {
                case THEME -> "theme";
                case DISTRICT -> "district";
                case STATE -> "state";
                case NEED_KIND -> "needKind";
                case PROGRESS -> "progress";
                case TERRITORY -> "territory";
            };
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
                project.pictures().isEmpty()
                        ? null
                        : ProjectView.PictureView.of(project.pictures().getFirst()),
                ProjectView.coSupports(project));
    }
}
