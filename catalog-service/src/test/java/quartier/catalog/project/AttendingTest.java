package quartier.catalog.project;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static quartier.catalog.project.ProjectMother.ALEXIS;
import static quartier.catalog.project.ProjectMother.NADIA;
import static quartier.catalog.project.ProjectMother.NOW;
import static quartier.catalog.project.ProjectMother.POLICY;
import static quartier.catalog.project.ProjectMother.REGION;
import static quartier.catalog.project.ProjectMother.SAID;
import static quartier.catalog.project.ProjectMother.accepted;
import static quartier.catalog.project.ProjectMother.approval;
import static quartier.catalog.project.ProjectMother.refused;
import static quartier.catalog.project.ProjectMother.submitted;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import quartier.catalog.project.ProjectMother.Person;

/** Who has a project in hand, a second pair of eyes, the staff's notes, and the one appeal. */
class AttendingTest {

    private static final ReviewForm REFUSAL =
            new ReviewForm("refuse", List.of(), List.of(), List.of("Hors du territoire"));
    private static final Policy CAREFUL = careful();

    @Test
    void keepsAProjectForTheOneWhoTookItUntilTheyLeaveItOrThreeDaysPass() {
        Project taken = accepted(submitted(), new Command.Claim(NADIA, NOW));

        assertThat(refused(taken, new Command.Claim(REGION, NOW))).isEqualTo(new Refusal.ClaimedByAnother("nadia"));
        assertThat(refused(taken, new Command.Judge(REGION, NOW, POLICY, approval())))
                .isEqualTo(new Refusal.ClaimedByAnother("nadia"));
        assertThat(refused(taken, new Command.Release(REGION, NOW))).isEqualTo(new Refusal.ClaimedByAnother("nadia"));
        Project free = accepted(taken, new Command.Release(NADIA, NOW));
        assertThat(holder(accepted(free, new Command.Claim(REGION, NOW)))).isEqualTo("m-region");
        assertThat(holder(accepted(taken, new Command.Claim(REGION, NOW.plus(Attending.CLAIM_LASTS)))))
                .isEqualTo("m-region");
    }

    @Test
    void leavesTheOwnersVersionAloneWhenStaffTakeAProjectOrNoteSomething() {
        Project submitted = submitted();
        Project attended = accepted(
                accepted(submitted, new Command.Claim(NADIA, NOW)),
                new Command.Annotate(NADIA, NOW, "Appeler la mairie"));

        assertThat(attended.version()).isEqualTo(submitted.version());
        assertThat(review(attended).notes())
                .extracting(Review.PrivateNote::text)
                .containsExactly("Appeler la mairie");
    }

    @Test
    void letsNobodyReviewWhatIsTheirOwnNorWhatBelongsToAnotherCity() {
        var both = new Person("m-alexis", Set.of("lyon"));

        assertThat(refused(submitted(), new Command.Claim(both, NOW))).isEqualTo(new Refusal.OwnProject());
        assertThat(refused(submitted(), new Command.Annotate(both, NOW, "x"))).isEqualTo(new Refusal.OwnProject());
        assertThat(refused(submitted(), new Command.Claim(SAID, NOW))).isEqualTo(new Refusal.NotYourTerritory("lyon"));
        assertThat(refused(submitted(), new Command.Annotate(SAID, NOW, "x")))
                .isEqualTo(new Refusal.NotYourTerritory("lyon"));
    }

    @Test
    void refusesADecisionOnAnOlderVersion() {
        Project submitted = submitted();

        assertThat(refused(
                        submitted,
                        new Command.Judge(NADIA, NOW, POLICY, approval(), Optional.of(submitted.version() - 1))))
                .isEqualTo(new Refusal.StaleVersion(submitted.version()));
    }

    @Test
    void wantsTwoPeopleAboveTheAmountOfThePolicy() {
        Project once = accepted(submitted(), new Command.Judge(NADIA, NOW, CAREFUL, approval()));

        assertThat(once.state()).isEqualTo(ProjectState.SUBMITTED);
        assertThat(refused(once, new Command.Judge(NADIA, NOW, CAREFUL, approval())))
                .isEqualTo(new Refusal.SecondEyesNeeded());
        assertThat(accepted(once, new Command.Judge(REGION, NOW, CAREFUL, approval()))
                        .state())
                .isEqualTo(ProjectState.APPROVED);
        assertThat(accepted(once, new Command.Judge(REGION, NOW, CAREFUL, REFUSAL))
                        .state())
                .isEqualTo(ProjectState.REFUSED);
    }

    @Test
    void forgetsAFirstApprovalOnceTheProjectWasHandedBack() {
        var back = new ReviewForm("return", List.of(), List.of(new ReviewForm.Note("goal", "Trop")), List.of());
        Project once = accepted(submitted(), new Command.Judge(NADIA, NOW, CAREFUL, approval()));
        Project again = accepted(
                accepted(once, new Command.Judge(REGION, NOW, CAREFUL, back)),
                new Command.Submit(ALEXIS, NOW, CAREFUL));

        assertThat(accepted(again, new Command.Judge(REGION, NOW, CAREFUL, approval()))
                        .state())
                .isEqualTo(ProjectState.SUBMITTED);
        assertThat(requireNonNull(review(again).form()).decision()).isEqualTo("return");
    }

    @Test
    void hearsOneAppealAndHasSomebodyElseDecideIt() {
        Project refusedOne = accepted(submitted(), new Command.Judge(NADIA, NOW, POLICY, REFUSAL));
        assertThat(refused(refusedOne, new Command.Appeal(NADIA, NOW, "Non"))).isEqualTo(new Refusal.NotTheOwner());
        Project appealed = accepted(refusedOne, new Command.Appeal(ALEXIS, NOW, "Il est d’ici"));

        assertThat(appealed.state()).isEqualTo(ProjectState.SUBMITTED);
        assertThat(review(appealed).hasOpenAppeal()).isTrue();
        assertThat(refused(appealed, new Command.Judge(NADIA, NOW, POLICY, approval())))
                .isEqualTo(new Refusal.AppealAgainstYou());
        Project upheld = accepted(appealed, new Command.Judge(REGION, NOW, POLICY, REFUSAL));
        assertThat(upheld.state()).isEqualTo(ProjectState.REFUSED);
        assertThat(review(upheld).earlier()).hasSize(1);
        assertThat(refused(upheld, new Command.Appeal(ALEXIS, NOW, "Encore"))).isEqualTo(new Refusal.AppealUsed());
    }

    @Test
    void hearsNoAppealAgainstWhatWasNotRefused() {
        assertThat(refused(submitted(), new Command.Appeal(ALEXIS, NOW, "Pourquoi ?")))
                .isInstanceOf(Refusal.WrongState.class);
    }

    @Test
    void takesNothingNewInATerritoryThatIsClosed() {
        Policy closed = with(POLICY.review(), false);

        assertThat(refused(ProjectMother.draft(), new Command.Submit(ALEXIS, NOW, closed)))
                .isEqualTo(new Refusal.TerritoryClosed("lyon"));
        assertThat(refused(ProjectMother.approved(), new Command.Launch(ALEXIS, NOW, closed, true)))
                .isEqualTo(new Refusal.TerritoryClosed("lyon"));
    }

    @Test
    void showsAProjectWhereItIsSupportedAndListsNoTerritoryTwice() {
        var animator = new Person("m-jules", Set.of("saint-etienne"));
        List<String> there = List.of("auvergne-rhone-alpes", "saint-etienne");
        Project live = ProjectMother.live();
        Project supported = accepted(live, new Command.CoSupporting(animator, NOW, "saint-etienne", there));

        assertThat(supported.shownIn()).containsExactly("auvergne-rhone-alpes", "lyon", "saint-etienne");
        assertThat(supported.version()).isEqualTo(live.version() + 1);
        assertThat(ProjectLife.decide(supported, new Command.CoSupporting(animator, NOW, "saint-etienne", there)))
                .isInstanceOf(Decision.Repeated.class);
        assertThat(accepted(supported, new Command.EndCoSupport(animator, NOW, "saint-etienne", there))
                        .coSupports())
                .isEmpty();
    }

    @Test
    void supportsNothingInSomebodyElsesNameNorWhatIsAtHome() {
        List<String> lyon = List.of("auvergne-rhone-alpes", "lyon");

        assertThat(refused(ProjectMother.live(), new Command.CoSupporting(SAID, NOW, "lyon", lyon)))
                .isEqualTo(new Refusal.NotYourTerritory("lyon"));
        assertThat(refused(ProjectMother.live(), new Command.CoSupporting(NADIA, NOW, "lyon", lyon)))
                .isEqualTo(new Refusal.AtHomeThere());
        assertThat(refused(
                        ProjectMother.draft(),
                        new Command.CoSupporting(SAID, NOW, "saint-etienne", List.of("saint-etienne"))))
                .isInstanceOf(Refusal.WrongState.class);
    }

    private static Policy careful() {
        return with(new ReviewRule(15, 5_000_00L), true);
    }

    private static Policy with(ReviewRule review, boolean takesProjects) {
        return new Policy(
                POLICY.territory(),
                POLICY.territoryPath(),
                POLICY.districts(),
                POLICY.themes(),
                POLICY.version(),
                POLICY.currency(),
                POLICY.goalCapMinorUnits(),
                POLICY.overfundingCapPercent(),
                POLICY.minimumDays(),
                POLICY.maximumDays(),
                POLICY.commissionBasisPoints(),
                POLICY.vatBasisPoints(),
                POLICY.pledgeKinds(),
                POLICY.reviewCriteria(),
                POLICY.support(),
                null,
                review,
                POLICY.rails(),
                takesProjects);
    }

    private static Review review(Project project) {
        return requireNonNull(project.review());
    }

    private static String holder(Project project) {
        return requireNonNull(review(project).claim()).by();
    }
}
