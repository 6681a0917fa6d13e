package quartier.catalog.project;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.catalog.project.ProjectMother.ALEXIS;
import static quartier.catalog.project.ProjectMother.NADIA;
import static quartier.catalog.project.ProjectMother.NOW;
import static quartier.catalog.project.ProjectMother.POLICY;
import static quartier.catalog.project.ProjectMother.accepted;
import static quartier.catalog.project.ProjectMother.approval;
import static quartier.catalog.project.ProjectMother.euros;
import static quartier.catalog.project.ProjectMother.refused;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import quartier.catalog.project.Decision.Accepted;
import quartier.catalog.project.Decision.Repeated;

class ClosingTierTest {

    @Test
    void tellsOnceThatATierIsClosedAndLeavesTheFrozenTermsAlone() {
        Project live = live();

        Accepted closed = (Accepted) ProjectLife.decide(live, close(ALEXIS, "t1"));

        assertThat(closed.events()).isEqualTo(List.of(new ProjectEvent.TierClosed("t1")));
        assertThat(campaign(closed.project()).closedTiers()).containsExactly("t1");
        assertThat(closed.project().terms()).isEqualTo(live.terms());
        assertThat(closed.project().version()).isEqualTo(live.version() + 1);
        assertThat(ProjectLife.decide(closed.project(), close(ALEXIS, "t1"))).isInstanceOf(Repeated.class);
    }

    @Test
    void keepsItClosedWhileTheCampaignGoesOn() {
        Project closed = accepted(live(), close(ALEXIS, "t1"));
        Project suspended = accepted(closed, new Command.Suspend(NADIA, NOW, "On vérifie"));

        Project both = accepted(suspended, close(ALEXIS, "t2"));

        assertThat(campaign(accepted(both, new Command.Resume(NADIA, NOW))).closedTiers())
                .containsExactly("t1", "t2");
        assertThat(campaign(both).following(Totals.NONE, 9).silentSince(NOW).closedTiers())
                .containsExactly("t1", "t2");
    }

    @Test
    void refusesStrangersUnknownTiersAndCampaignsThatDoNotRun() {
        assertThat(refused(live(), close(NADIA, "t1"))).isEqualTo(new Refusal.NotTheOwner());
        assertThat(refused(live(), close(ALEXIS, "t9"))).isEqualTo(new Refusal.UnknownTier("t9"));
        assertThat(refused(approved(), close(ALEXIS, "t1"))).isEqualTo(new Refusal.UnknownTier("t1"));
        assertThat(refused(live().in(ProjectState.FUNDED), close(ALEXIS, "t1"))).isInstanceOf(Refusal.WrongState.class);
    }

    private static Command close(Actor by, String tier) {
        return new Command.CloseTier(by, NOW, tier);
    }

    private static Campaign campaign(Project project) {
        return Objects.requireNonNull(project.campaign());
    }

    private static Project live() {
        return accepted(approved(), new Command.Launch(ALEXIS, NOW, POLICY, true));
    }

    private static Project approved() {
        var form = new ProjectMother.FormBuilder();
        form.tiers = List.of(tier("t1"), tier("t2"));
        Project submitted = accepted(ProjectMother.draft(form.build()), new Command.Submit(ALEXIS, NOW, POLICY));
        return accepted(submitted, new Command.Judge(NADIA, NOW, POLICY, approval()));
    }

    private static Tier tier(String id) {
        return new Tier(id, euros(5), "Un café équitable", null, null, null, null);
    }
}
