package quartier.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PledgePlanTest {

    private static final int POOL = Neighbours.all().size();

    private final List<DemoProject> projects = ProjectSheet.read();

    @Test
    void theSheetHasThirtyProjectsInThreeCities() {
        assertThat(projects).hasSize(30);
        assertThat(projects).extracting(DemoProject::territory).contains("lyon", "saint-etienne", "clermont-ferrand");
        assertThat(projects.get(7).tiers().get(2)).isEqualTo(new DemoProject.Tier(90, "Un stage de boulange", 10));
        assertThat(projects.getFirst().pitch()).isEqualTo("café de quartier, paniers AMAP et ressourcerie");
    }

    @Test
    void everyPlanComesToTheSumAndTheBackersOfTheSheet() {
        for (DemoProject project : projects) {
            var plan = PledgePlan.of(project, project.collectedEuros(), project.backers(), POOL);
            assertThat(plan.stream().mapToLong(PledgePlan.Planned::euros).sum()).isEqualTo(project.collectedEuros());
            assertThat(plan.stream().map(PledgePlan.Planned::backer).distinct()).hasSize(project.backers());
        }
    }

    @Test
    void theMatchFundAddsWhatThePledgesLeaveOfTheSum() {
        DemoProject matched = projects.get(13);
        assertThat(MatchFund.addsTo(matched)).isEqualTo(940);
        assertThat(matched.collectedEuros() - MatchFund.addsTo(matched)).isEqualTo(9_400);
        assertThat(projects.stream().mapToLong(MatchFund::addsTo).sum()).isEqualTo(940);
    }

    @Test
    void everyPledgeBuysItsTierAndComesWhileTheCampaignIsOpen() {
        for (DemoProject project : projects) {
            for (var pledge : PledgePlan.of(project, project.collectedEuros(), project.backers(), POOL)) {
                assertThat(pledge.euros()).isPositive();
                assertThat(pledge.day()).isBetween(0, Timetable.daysOpen(project) - 1);
                if (pledge.tier() != null) {
                    assertThat(pledge.euros())
                            .isGreaterThanOrEqualTo(
                                    project.tiers().get(pledge.tier()).euros());
                }
            }
        }
    }

    @Test
    void theBakersCourseIsSoldOut() {
        DemoProject bakery = projects.get(7);
        assertThat(PledgePlan.of(bakery, bakery.collectedEuros(), bakery.backers(), POOL).stream()
                        .filter(pledge -> Integer.valueOf(2).equals(pledge.tier())))
                .hasSize(10);
    }

    @Test
    void endedCampaignsLieBehindAndLiveOnesAhead() {
        for (DemoProject project : projects) {
            assertThat(Timetable.proposalOf(project)).isNotNegative();
            if (project.hasEnded()) {
                assertThat(Timetable.endOf(project)).isLessThan(Timetable.TODAY);
            } else if (project.wasLaunched()) {
                assertThat(Timetable.launchOf(project)).isLessThan(Timetable.TODAY - 5);
                assertThat(Timetable.endOf(project)).isGreaterThan(Timetable.TODAY + 1);
            }
        }
    }

    @Test
    void theSamePlanIsMadeEachTime() {
        DemoProject project = projects.getFirst();
        assertThat(PledgePlan.of(project, 5_080, 142, POOL)).isEqualTo(PledgePlan.of(project, 5_080, 142, POOL));
    }
}
