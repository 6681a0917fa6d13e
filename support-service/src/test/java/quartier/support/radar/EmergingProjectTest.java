package quartier.support.radar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EmergingProjectTest {

    @Test
    void isUnderWayWhileItsCampaignIsOpenOrHasSucceeded() {
        for (CampaignState state : CampaignState.values()) {
            assertThat(project(Standing.RUNNING, state, 50, 20).underWay())
                    .as(state.name())
                    .isEqualTo(Set.of(CampaignState.LIVE, CampaignState.FUNDED).contains(state));
        }
    }

    @Test
    void isNotUnderWayWhenTheCatalogSaysOtherwise() {
        for (Standing standing : EnumSet.complementOf(EnumSet.of(Standing.RUNNING))) {
            assertThat(project(standing, CampaignState.LIVE, 50, 20).underWay())
                    .as(standing.name())
                    .isFalse();
        }
    }

    @Test
    void needsBothThresholdsReached() {
        assertThat(project(Standing.RUNNING, CampaignState.LIVE, 30, 10).supportedByResidents())
                .isTrue();
        assertThat(project(Standing.RUNNING, CampaignState.LIVE, 29, 10).supportedByResidents())
                .isFalse();
        assertThat(project(Standing.RUNNING, CampaignState.LIVE, 30, 9).supportedByResidents())
                .isFalse();
    }

    private static EmergingProject project(Standing standing, CampaignState state, int percent, int backers) {
        var launched = new LaunchedProject(
                "p1",
                "le-kfe-du-33",
                "Le Kfé du 33",
                "lyon",
                List.of("auvergne-rhone-alpes", "lyon"),
                null,
                "lien-social",
                "association",
                "m-alexis",
                Instant.parse("2026-11-02T10:00:00Z"),
                null,
                600_000,
                "EUR",
                30,
                10);
        return new EmergingProject(launched, standing, new CampaignTotals(state, 180_000, percent, backers));
    }
}
