package quartier.catalog.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quartier.catalog.project.ProjectMother.NOW;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import quartier.catalog.project.Decision.Accepted;
import quartier.catalog.project.Decision.Repeated;

class CampaignFollowingTest {

    private static final Totals SOME = new Totals(180_000, 30, 12);
    private static final Totals MORE = new Totals(612_000, 102, 71);

    @Test
    void showsTotalsAndOutcome() {
        Project project = followed(ProjectMother.live(), news(3, null, SOME));
        assertThat(project.state()).isEqualTo(ProjectState.LIVE);
        assertThat(project.totals()).isEqualTo(SOME);

        Project funded = followed(project, news(4, ProjectState.FUNDED, MORE));
        assertThat(funded.state()).isEqualTo(ProjectState.FUNDED);
        assertThat(funded.totals()).isEqualTo(MORE);
    }

    @Test
    void keepsTheTotalsWhenTheNewsHasNone() {
        Project project = followed(ProjectMother.live(), news(3, null, SOME));

        assertThat(followed(project, news(4, ProjectState.CLOSING, null)).totals())
                .isEqualTo(SOME);
    }

    @Test
    void ignoresWhatIsNotNewer() {
        Project project = followed(ProjectMother.live(), news(5, ProjectState.FUNDED, MORE));

        assertThat(CampaignFollowing.follow(project, news(5, ProjectState.FUNDED, MORE), NOW))
                .isEqualTo(new Repeated(project));
        assertThat(CampaignFollowing.follow(project, news(4, ProjectState.CLOSING, SOME), NOW))
                .isEqualTo(new Repeated(project));
    }

    @Test
    void followsPledgeServiceWhereTheCatalogThoughtOtherwise() {
        Project cancelled = ProjectMother.live().in(ProjectState.CANCELLED);

        assertThat(followed(cancelled, news(9, ProjectState.FUNDED, MORE)).state())
                .isEqualTo(ProjectState.FUNDED);
    }

    @Test
    void leavesARealisedProjectRealised() {
        Project realised = ProjectMother.live().in(ProjectState.REALISED);

        assertThat(followed(realised, news(9, ProjectState.FUNDED, MORE)).state())
                .isEqualTo(ProjectState.REALISED);
    }

    @Test
    void refusesNewsOfACampaignThatNeverBegan() {
        assertThatThrownBy(() -> CampaignFollowing.follow(ProjectMother.approved(), news(1, null, SOME), NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Whatever is repeated, lost in between or reordered: the newest news decides. */
    @Test
    void convergesUnderDuplicatesAndReordering() {
        List<CampaignNews> all = List.of(
                news(1, null, new Totals(1_000, 0, 1)),
                news(2, null, SOME),
                news(3, ProjectState.CLOSING, null),
                news(4, ProjectState.FUNDED, MORE));
        for (long seed = 0; seed < 200; seed++) {
            List<CampaignNews> told = new ArrayList<>(all);
            told.addAll(all);
            Collections.shuffle(told, new Random(seed));
            Project project = ProjectMother.live();
            for (CampaignNews news : told) {
                project = switch (CampaignFollowing.follow(project, news, NOW)) {
                    case Accepted(Project after, var events) -> after;
                    case Repeated(Project same) -> same;
                    case Decision.Rejected rejected -> throw new AssertionError(rejected);
                };
            }
            assertThat(project.state()).as("seed %d", seed).isEqualTo(ProjectState.FUNDED);
            assertThat(project.totals()).as("seed %d", seed).isEqualTo(MORE);
        }
    }

    private static CampaignNews news(long sequence, @Nullable ProjectState state, @Nullable Totals totals) {
        return new CampaignNews("p1", sequence, state, totals);
    }

    private static Project followed(Project project, CampaignNews news) {
        return ((Accepted) CampaignFollowing.follow(project, news, NOW)).project();
    }
}
