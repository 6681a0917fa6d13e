package quartier.catalog.project;

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

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import quartier.catalog.project.Command.Cancel;
import quartier.catalog.project.Command.Edit;
import quartier.catalog.project.Command.Judge;
import quartier.catalog.project.Command.Launch;
import quartier.catalog.project.Command.Post;
import quartier.catalog.project.Command.Realise;
import quartier.catalog.project.Command.Resume;
import quartier.catalog.project.Command.Submit;
import quartier.catalog.project.Command.Suspend;
import quartier.catalog.project.Decision.Accepted;
import quartier.catalog.project.Decision.Rejected;
import quartier.catalog.project.ProjectMother.Person;
import quartier.catalog.project.Refusal.LimitReached;
import quartier.catalog.project.Refusal.NotTheOwner;
import quartier.catalog.project.Refusal.NotYourTerritory;
import quartier.catalog.project.Refusal.OwnProject;
import quartier.catalog.project.Refusal.RulesBroken;
import quartier.catalog.project.Refusal.StaleVersion;
import quartier.catalog.project.Refusal.WrongState;

class ProjectLifeTest {

    @Test
    void freezesTheTermsAtLaunch() {
        Terms terms = ProjectMother.live().terms().orElseThrow();

        assertThat(terms.goalMinorUnits()).isEqualTo(600_000);
        assertThat(terms.capMinorUnits()).isEqualTo(900_000);
        assertThat(terms.commissionBasisPoints()).isEqualTo(600);
        assertThat(terms.policyVersion()).isEqualTo(3);
        assertThat(terms.stretchGoalsMinorUnits()).containsExactly(850_000L);
        assertThat(terms.tiers()).extracting(Tier::id).containsExactly("t1", "t2");
    }

    @Test
    void endsACampaignAtTheEndOfADayInParisAlsoAcrossTheChangeOfClocks() {
        assertThat(Policy.deadlineOf(Instant.parse("2026-11-23T09:30:00Z"), 60)).isEqualTo("2027-01-22T22:59:59Z");
        assertThat(Policy.deadlineOf(Instant.parse("2027-03-01T09:30:00Z"), 30)).isEqualTo("2027-03-31T21:59:59Z");
        // Already the next day in Paris.
        assertThat(Policy.deadlineOf(Instant.parse("2026-11-23T23:30:00Z"), 30)).isEqualTo("2026-12-24T22:59:59Z");
    }

    @Test
    void letsNobodyReviewTheirOwnProject() {
        Person both = new Person("m-alexis", Set.of("lyon"));

        assertThat(refused(ProjectMother.submitted(), new Judge(both, NOW, POLICY, approval())))
                .isInstanceOf(OwnProject.class);
    }

    @Test
    void letsOnlyModeratorsOfTheTerritoryAndAboveReview() {
        Project submitted = ProjectMother.submitted();

        assertThat(refused(submitted, new Judge(SAID, NOW, POLICY, approval())))
                .isEqualTo(new NotYourTerritory("lyon"));
        assertThat(accepted(submitted, new Judge(REGION, NOW, POLICY, approval()))
                        .state())
                .isEqualTo(ProjectState.APPROVED);
    }

    @Test
    void approvesOnlyWhenEveryCriterionIsMet() {
        var halfAnswered = new ReviewForm(
                "approve", List.of(new ReviewForm.Answer("local-interest", false, null)), List.of(), List.of());

        Refusal refusal = refused(ProjectMother.submitted(), new Judge(NADIA, NOW, POLICY, halfAnswered));

        assertThat(rulesOf(refusal)).containsExactly(Rule.CRITERION_NOT_MET, Rule.CRITERION_NOT_ANSWERED);
    }

    @Test
    void handsBackOnlyWithANoteAndRefusesOnlyWithAReason() {
        var bare = new ReviewForm("return", List.of(), List.of(), List.of());
        var wordless = new ReviewForm("refuse", List.of(), List.of(), List.of());
        var unknown = new ReviewForm("perhaps", List.of(), List.of(), List.of());
        Project submitted = ProjectMother.submitted();

        assertThat(rulesOf(refused(submitted, new Judge(NADIA, NOW, POLICY, bare))))
                .containsExactly(Rule.RETURN_NEEDS_NOTE);
        assertThat(rulesOf(refused(submitted, new Judge(NADIA, NOW, POLICY, wordless))))
                .containsExactly(Rule.REFUSAL_NEEDS_REASON);
        assertThat(rulesOf(refused(submitted, new Judge(NADIA, NOW, POLICY, unknown))))
                .containsExactly(Rule.UNKNOWN_DECISION);
    }

    @Test
    void handsBackAnApprovedProjectThatNoLongerFits() {
        var back = new ReviewForm(
                "return", List.of(), List.of(new ReviewForm.Note("tiers[0].deliveryMonth", "Passé.")), List.of());

        assertThat(accepted(ProjectMother.approved(), new Judge(NADIA, NOW, POLICY, back))
                        .state())
                .isEqualTo(ProjectState.CHANGES_REQUESTED);
    }

    @Test
    void holdsTheProjectAgainstThePolicyOfTheMomentAtLaunch() {
        Policy stricter = new Policy(
                "lyon",
                POLICY.territoryPath(),
                POLICY.districts(),
                POLICY.themes(),
                4,
                "EUR",
                5_000_00,
                150,
                30,
                60,
                600,
                2000,
                POLICY.pledgeKinds(),
                POLICY.reviewCriteria(),
                POLICY.support(),
                null,
                POLICY.review(),
                POLICY.rails(),
                true);

        assertThat(rulesOf(refused(ProjectMother.approved(), new Launch(ALEXIS, NOW, stricter, true))))
                .containsExactly(Rule.GOAL_OVER_CAP);
    }

    @Test
    void remembersWhatTheOwnerAskedInVainWithoutANewVersion() {
        Project draft = ProjectMother.draft();
        Decision decision = ProjectLife.decide(draft, new Launch(ALEXIS, NOW, POLICY, true));

        assertThat(decision).isInstanceOfSatisfying(Rejected.class, rejected -> {
            assertThat(rejected.project().version()).isEqualTo(draft.version());
            assertThat(rejected.project().history()).singleElement().satisfies(entry -> {
                assertThat(entry.action()).isEqualTo("launch");
                assertThat(entry.refusal()).isEqualTo("wrong-state");
                assertThat(entry.to()).isNull();
            });
        });
    }

    @Test
    void remembersNothingOfWhatStrangersAsk() {
        Project submitted = ProjectMother.submitted();

        Decision decision = ProjectLife.decide(submitted, new Judge(SAID, NOW, POLICY, approval()));

        assertThat(decision).isEqualTo(new Rejected(submitted, new NotYourTerritory("lyon")));
    }

    @Test
    void keepsABoundedHistory() {
        Project project = ProjectMother.draft();
        for (int i = 0; i < Project.HISTORY_KEPT + 10; i++) {
            var rejected = (Rejected) ProjectLife.decide(project, new Launch(ALEXIS, NOW, POLICY, true));
            project = rejected.project();
        }

        assertThat(project.history()).hasSize(Project.HISTORY_KEPT);
    }

    @Test
    void editsOnlyTheVersionThatWasRead() {
        Project draft = ProjectMother.draft();

        assertThat(refused(draft, new Edit(ALEXIS, NOW, 7, ProjectMother.form(), "slug", POLICY, null)))
                .isEqualTo(new StaleVersion(1));
        assertThat(accepted(draft, new Edit(ALEXIS, NOW, 1, ProjectMother.form(), "slug", POLICY, null))
                        .version())
                .isEqualTo(2);
    }

    @Test
    void editsNothingThatIsBeingReviewed() {
        Project submitted = ProjectMother.submitted();

        assertThat(refused(submitted, new Edit(ALEXIS, NOW, 2, ProjectMother.form(), "slug", POLICY, null)))
                .isInstanceOf(WrongState.class);
    }

    @Test
    void obeysOnlyItsOwner() {
        Project live = ProjectMother.live();

        assertThat(List.of(
                        new Submit(NADIA, NOW, POLICY),
                        new Launch(NADIA, NOW, POLICY, true),
                        new Cancel(NADIA, NOW, "?"),
                        new Realise(NADIA, NOW),
                        new Post(NADIA, NOW, new Update("u1", "t", "b", NOW)),
                        new Edit(NADIA, NOW, 4, ProjectMother.form(), "slug", POLICY, null)))
                .allSatisfy(command -> assertThat(refused(live, command)).isInstanceOf(NotTheOwner.class));
    }

    @Test
    void isSuspendedWithAReasonAndResumedByModeratorsOnly() {
        Project live = ProjectMother.live();

        assertThat(refused(live, new Suspend(ALEXIS, NOW, "?"))).isInstanceOf(NotYourTerritory.class);
        assertThat(rulesOf(refused(live, new Suspend(NADIA, NOW, " ")))).containsExactly(Rule.REQUIRED);
        Project suspended = accepted(live, new Suspend(NADIA, NOW, "Vérification"));
        assertThat(suspended.state()).isEqualTo(ProjectState.SUSPENDED);
        assertThat(accepted(suspended, new Resume(NADIA, NOW)).state()).isEqualTo(ProjectState.LIVE);
        assertThat(refused(live, new Resume(NADIA, NOW))).isInstanceOf(WrongState.class);
    }

    @Test
    void tellsNobodyOfADraftThatIsGivenUp() {
        assertThat(ProjectLife.decide(ProjectMother.draft(), new Cancel(ALEXIS, NOW, "Déménagement")))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> assertThat(accepted.events()).isEmpty());
        assertThat(ProjectLife.decide(ProjectMother.live(), new Cancel(ALEXIS, NOW, "Déménagement")))
                .isInstanceOfSatisfying(
                        Accepted.class,
                        accepted -> assertThat(accepted.events())
                                .isEqualTo(List.of(new ProjectEvent.ProjectCancelled("Déménagement"))));
    }

    @Test
    void leavesItsFinalStatesForNoOne() {
        for (ProjectState state : EnumSet.of(
                ProjectState.REFUSED, ProjectState.NOT_FUNDED, ProjectState.CANCELLED, ProjectState.REALISED)) {
            Project ended = ProjectMother.live().in(state);
            assertThat(refused(ended, new Cancel(ALEXIS, NOW, "?"))).isInstanceOf(WrongState.class);
            assertThat(refused(ended, new Submit(ALEXIS, NOW, POLICY))).isInstanceOf(WrongState.class);
            assertThat(refused(ended, new Launch(ALEXIS, NOW, POLICY, true))).isInstanceOf(WrongState.class);
            assertThat(refused(ended, new Realise(ALEXIS, NOW))).isInstanceOf(WrongState.class);
            assertThat(refused(ended, new Suspend(NADIA, NOW, "?"))).isInstanceOf(WrongState.class);
        }
    }

    @Test
    void postsTheSameUpdateOnceAndAnotherUnderTheSameIdNever() {
        Project posted = accepted(ProjectMother.live(), new Post(ALEXIS, NOW, new Update("u1", "Titre", "Texte", NOW)));

        assertThat(ProjectLife.decide(posted, new Post(ALEXIS, NOW, new Update("u1", "Titre", "Texte", NOW))))
                .isEqualTo(new Decision.Repeated(posted));
        assertThat(refused(posted, new Post(ALEXIS, NOW, new Update("u1", "Titre", "Autre", NOW))))
                .isInstanceOf(Refusal.KeyReused.class);
    }

    @Test
    void holdsALimitedNumberOfUpdates() {
        Project project = ProjectMother.live();
        for (int i = 0; i < ProjectLife.UPDATES_KEPT; i++) {
            project = accepted(project, new Post(ALEXIS, NOW, new Update("u" + i, "Titre", "Texte", NOW)));
        }

        assertThat(refused(project, new Post(ALEXIS, NOW, new Update("one-more", "Titre", "Texte", NOW))))
                .isEqualTo(new LimitReached(ProjectLife.UPDATES_KEPT));
    }

    @Test
    void isPublicFromItsLaunchOn() {
        assertThat(ProjectMother.approved().isVisibleTo(Optional.empty())).isFalse();
        assertThat(ProjectMother.approved().isVisibleTo(Optional.of(SAID))).isFalse();
        assertThat(ProjectMother.approved().isVisibleTo(Optional.of(NADIA))).isTrue();
        assertThat(ProjectMother.approved().isVisibleTo(Optional.of(ALEXIS))).isTrue();
        assertThat(ProjectMother.live().isVisibleTo(Optional.empty())).isTrue();
    }

    private static List<Rule> rulesOf(Refusal refusal) {
        assertThat(refusal).isInstanceOf(RulesBroken.class);
        return ((RulesBroken) refusal)
                .violations().stream().map(Violation::rule).toList();
    }

    @Test
    void launchesNothingWhoseOwnerCouldNotBePaid() {
        assertThat(refused(ProjectMother.approved(), new Launch(ALEXIS, NOW, POLICY, false)))
                .isInstanceOf(Refusal.PayeeNotVerified.class);
    }
}
