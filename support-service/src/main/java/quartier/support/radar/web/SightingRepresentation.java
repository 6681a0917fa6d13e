package quartier.support.radar.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quartier.support.radar.CampaignTotals;
import quartier.support.radar.EmergingProject;
import quartier.support.radar.LaunchedProject;
import quartier.support.radar.OpenNeed;
import quartier.support.radar.ReadRadar.Sighting;
import quartier.support.web.Money;

/** @param openToSupport whether residents have shown enough support for an offer */
record SightingRepresentation(
        String project,
        String slug,
        String title,
        String territory,
        List<String> territoryPath,
        @Nullable String district,
        String theme,
        String ownerKind,
        String state,
        Money collected,
        Money goal,
        int percent,
        int backers,
        int minimumPercent,
        int minimumBackers,
        boolean openToSupport,
        Instant launchedAt,
        @Nullable Instant deadline,
        List<NeedRepresentation> openNeeds,
        boolean watched) {

    record NeedRepresentation(String id, String kind, String title, int left) {
        static NeedRepresentation of(OpenNeed need) {
            return new NeedRepresentation(need.id(), need.kind(), need.title(), need.left());
        }
    }

    static SightingRepresentation of(Sighting sighting) {
        return of(sighting.project(), sighting.openNeeds(), sighting.watched());
    }

    static SightingRepresentation of(EmergingProject project, List<OpenNeed> openNeeds, boolean watched) {
        LaunchedProject launched = project.launched();
        CampaignTotals totals = project.totals();
        return new SightingRepresentation(
                launched.id(),
                launched.slug(),
                launched.title(),
                launched.territory(),
                launched.territoryPath(),
                launched.district(),
                launched.theme(),
                launched.ownerKind(),
                state(project),
                new Money(totals.collectedMinorUnits(), "EUR"),
                new Money(launched.goalMinorUnits(), "EUR"),
                totals.percent(),
                totals.backers(),
                launched.minimumPercent(),
                launched.minimumBackers(),
                project.underWay() && project.supportedByResidents(),
                launched.launchedAt(),
                launched.deadline(),
                openNeeds.stream().map(NeedRepresentation::of).toList(),
                watched);
    }

    private static String state(EmergingProject project) {
        Enum<?> state = switch (project.standing()) {
            case RUNNING -> project.totals().state();
            case SUSPENDED, CANCELLED, REALISED -> project.standing();
        };
        return state.name().toLowerCase(Locale.ROOT);
    }
}
