package quartier.catalog.project;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.catalog.project.ProjectMother.ALEXIS;
import static quartier.catalog.project.ProjectMother.NADIA;
import static quartier.catalog.project.ProjectMother.NOW;
import static quartier.catalog.project.ProjectMother.POLICY;
import static quartier.catalog.project.ProjectMother.REGION;
import static quartier.catalog.project.ProjectMother.SAID;
import static quartier.catalog.project.ProjectMother.accepted;
import static quartier.catalog.project.ProjectMother.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import quartier.catalog.project.Command.Edit;
import quartier.catalog.project.Command.Enter;
import quartier.catalog.project.Command.Expel;
import quartier.catalog.project.Command.Leave;
import quartier.catalog.project.Command.Submit;
import quartier.catalog.project.Decision.Accepted;
import quartier.catalog.project.Decision.Repeated;
import quartier.catalog.project.ProjectEvent.CallEntered;
import quartier.catalog.project.ProjectEvent.CallLeft;
import quartier.catalog.project.ProjectMother.FormBuilder;

class EnteringTest {

    private static final Instant CLOSES = NOW.plus(Duration.ofDays(30));
    private static final AnsweredCall REGIONAL = call("c1", "auvergne-rhone-alpes");
    private static final AnsweredCall LOCAL = call("c2", "auvergne-rhone-alpes", "lyon");
    private static final AnsweredCall ELSEWHERE = call("c3", "auvergne-rhone-alpes", "saint-etienne");

    @Test
    void entersCallsOfItsTerritoryAndOfTheOnesAboveIt() {
        assertThat(events(ProjectMother.live(), enter(REGIONAL))).containsExactly(new CallEntered("c1", null));
        assertThat(accepted(ProjectMother.live(), enter(LOCAL)).form().call()).isEqualTo("c2");
        assertThat(rule(refused(ProjectMother.live(), enter(ELSEWHERE)))).isEqualTo(Rule.CALL_ELSEWHERE);
        assertThat(rule(refused(ProjectMother.live(), new Enter(ALEXIS, NOW, "c9", null))))
                .isEqualTo(Rule.UNKNOWN_CALL);
    }

    @Test
    void entersFromTheOpeningUntilTheClosing() {
        Project project = ProjectMother.live();

        assertThat(refused(project, enterAt(NOW.minusMillis(1)))).isInstanceOf(Refusal.CallNotOpen.class);
        assertThat(accepted(project, enterAt(NOW)).form().call()).isEqualTo("c1");
        assertThat(accepted(project, enterAt(CLOSES.minusMillis(1))).form().call())
                .isEqualTo("c1");
        assertThat(refused(project, enterAt(CLOSES))).isInstanceOf(Refusal.CallNotOpen.class);
    }

    @Test
    void answersOneCallAtATime() {
        Project entered = accepted(ProjectMother.live(), enter(REGIONAL));

        assertThat(events(entered, enter(LOCAL))).containsExactly(new CallEntered("c2", "c1"));
        assertThat(ProjectLife.decide(entered, enter(REGIONAL))).isInstanceOf(Repeated.class);
    }

    @Test
    void staysWhenTheCallHasClosed() {
        Project entered = accepted(ProjectMother.draft(), enter(REGIONAL));
        Instant later = CLOSES.plusSeconds(1);

        Project edited = accepted(
                entered, new Edit(ALEXIS, later, entered.version(), formNaming("c1"), "slug", POLICY, REGIONAL));

        assertThat(edited.form().call()).isEqualTo("c1");
        assertThat(refused(
                        ProjectMother.draft(), new Edit(ALEXIS, later, 1, formNaming("c1"), "slug", POLICY, REGIONAL)))
                .isInstanceOf(Refusal.CallNotOpen.class);
    }

    @Test
    void tellsNothingOfADraftUntilItIsSubmitted() {
        Project draft = ProjectMother.draft();
        var edit = new Edit(ALEXIS, NOW, 1, formNaming("c1"), "slug", POLICY, REGIONAL);

        assertThat(events(draft, edit)).isEmpty();
        assertThat(events(accepted(draft, edit), new Submit(ALEXIS, NOW, POLICY)))
                .containsExactly(new ProjectEvent.ProjectSubmitted(), new CallEntered("c1", null));
    }

    @Test
    void leavesAtItsOwnersWish() {
        Project entered = accepted(ProjectMother.live(), enter(REGIONAL));

        assertThat(events(entered, new Leave(ALEXIS, NOW))).containsExactly(new CallLeft("c1", false));
        assertThat(ProjectLife.decide(ProjectMother.live(), new Leave(ALEXIS, NOW)))
                .isInstanceOf(Repeated.class);
        assertThat(refused(entered, new Leave(NADIA, NOW))).isInstanceOf(Refusal.NotTheOwner.class);
    }

    @Test
    void isTakenOutByTheCallsStaffForGood() {
        Project entered = accepted(ProjectMother.live(), enter(REGIONAL));

        assertThat(refused(entered, expel(NADIA, REGIONAL)))
                .as("staff of the project's city, not of the call's region")
                .isEqualTo(new Refusal.NotYourTerritory("auvergne-rhone-alpes"));
        assertThat(refused(entered, expel(REGION, LOCAL))).isInstanceOf(Refusal.NotInCall.class);
        assertThat(rule(refused(entered, new Expel(REGION, NOW, REGIONAL, " "))))
                .isEqualTo(Rule.REQUIRED);

        assertThat(events(entered, expel(REGION, REGIONAL))).containsExactly(new CallLeft("c1", true));
        Project removed = accepted(entered, expel(REGION, REGIONAL));
        assertThat(removed.form().call()).isNull();
        assertThat(removed.removals()).containsExactly(new Removal("c1", NOW, "Hors sujet"));
        assertThat(ProjectLife.decide(removed, expel(REGION, REGIONAL))).isInstanceOf(Repeated.class);
        assertThat(refused(removed, enter(REGIONAL))).isInstanceOf(Refusal.RemovedFromCall.class);
        Project elsewhere = accepted(removed, enter(LOCAL));
        assertThat(refused(elsewhere, enter(REGIONAL))).isInstanceOf(Refusal.RemovedFromCall.class);
    }

    @Test
    void entersNothingOnceItIsOver() {
        Project cancelled = accepted(ProjectMother.live(), new Command.Cancel(ALEXIS, NOW, "Fini"));

        assertThat(refused(cancelled, enter(REGIONAL))).isInstanceOf(Refusal.WrongState.class);
        assertThat(refused(ProjectMother.live(), new Enter(SAID, NOW, "c1", REGIONAL)))
                .isInstanceOf(Refusal.NotTheOwner.class);
    }

    private static AnsweredCall call(String id, String... path) {
        return new AnsweredCall(id, path[path.length - 1], List.of(path), NOW, CLOSES);
    }

    private static Enter enter(AnsweredCall call) {
        return new Enter(ALEXIS, NOW, call.id(), call);
    }

    private static Enter enterAt(Instant at) {
        return new Enter(ALEXIS, at, REGIONAL.id(), REGIONAL);
    }

    private static Expel expel(Actor by, AnsweredCall call) {
        return new Expel(by, NOW, call, "Hors sujet");
    }

    private static ProjectForm formNaming(@Nullable String call) {
        var form = new FormBuilder();
        form.call = call;
        return form.build();
    }

    private static List<ProjectEvent> events(Project project, Command command) {
        return switch (ProjectLife.decide(project, command)) {
            case Accepted(Project after, var events) -> events;
            case Repeated repeated -> throw new AssertionError(repeated);
            case Decision.Rejected rejected -> throw new AssertionError(rejected);
        };
    }

    private static Rule rule(Refusal refusal) {
        assertThat(refusal).isInstanceOf(Refusal.RulesBroken.class);
        return ((Refusal.RulesBroken) refusal).violations().getFirst().rule();
    }
}
