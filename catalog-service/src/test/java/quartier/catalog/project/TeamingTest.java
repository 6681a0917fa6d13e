package quartier.catalog.project;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.catalog.project.ProjectMother.ALEXIS;
import static quartier.catalog.project.ProjectMother.NADIA;
import static quartier.catalog.project.ProjectMother.NOW;
import static quartier.catalog.project.ProjectMother.POLICY;
import static quartier.catalog.project.ProjectMother.accepted;
import static quartier.catalog.project.ProjectMother.approval;
import static quartier.catalog.project.ProjectMother.draft;
import static quartier.catalog.project.ProjectMother.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import quartier.catalog.project.ProjectMother.Person;

class TeamingTest {

    private static final Person INES = new Person("m-ines", Set.of());
    private static final Person REMI = new Person("m-remi", Set.of());

    @Test
    void letsAnEditorWriteButNotSubmitNorInvite() {
        Project project = joined(TeamRole.EDITOR);

        Project edited = accepted(
                project, new Command.Edit(INES, NOW, project.version(), project.form(), project.slug(), POLICY, null));
        assertThat(edited.version()).isEqualTo(project.version() + 1);
        assertThat(refused(project, new Command.Submit(INES, NOW, POLICY))).isInstanceOf(Refusal.NotTheOwner.class);
        assertThat(refused(project, invite(INES, "other"))).isInstanceOf(Refusal.NotTheOwner.class);
        assertThat(refused(project, new Command.Dismiss(INES, NOW, "m-alexis")))
                .isInstanceOf(Refusal.NotTheOwner.class);
    }

    @Test
    void letsAFurtherOwnerSubmitAndInviteButNotLaunch() {
        Project project = joined(TeamRole.OWNER);

        accepted(project, invite(INES, "other"));
        Project submitted = accepted(project, new Command.Submit(INES, NOW, POLICY));
        Project approved = accepted(submitted, new Command.Judge(NADIA, NOW, POLICY, approval()));
        assertThat(refused(approved, new Command.Launch(INES, NOW, POLICY, true)))
                .isInstanceOf(Refusal.NotTheOwner.class);
    }

    @Test
    void letsNobodyOfTheTeamReview() {
        Project project = accepted(draft(), invite(ALEXIS, "hash"));
        Project submitted = accepted(
                accepted(project, new Command.Join(NADIA, NOW, "hash")), new Command.Submit(ALEXIS, NOW, POLICY));

        assertThat(refused(submitted, new Command.Judge(NADIA, NOW, POLICY, approval())))
                .isInstanceOf(Refusal.OwnProject.class);
    }

    @Test
    void takesAnInvitationOnce() {
        Project project = joined(TeamRole.EDITOR);

        assertThat(refused(project, new Command.Join(REMI, NOW, "hash"))).isInstanceOf(Refusal.InvitationUsed.class);
        assertThat(ProjectLife.decide(project, new Command.Join(INES, NOW, "hash")))
                .as("a double click")
                .isInstanceOf(Decision.Repeated.class);
    }

    @Test
    void takesAnInvitationForFourteenDays() {
        Project project = accepted(draft(), invite(ALEXIS, "hash"));
        Instant late = NOW.plus(Duration.ofDays(14));

        assertThat(refused(project, new Command.Join(INES, late, "hash")))
                .isInstanceOf(Refusal.InvitationExpired.class);
        assertThat(accepted(project, new Command.Join(INES, late.minusMillis(1), "hash"))
                        .team()
                        .mates())
                .hasSize(1);
    }

    @Test
    void knowsNoInvitationThatWasNotMadeOrWasWithdrawn() {
        Project project = accepted(draft(), invite(ALEXIS, "hash"));
        Project withdrawn = accepted(project, new Command.Withdraw(ALEXIS, NOW, "i-hash"));

        assertThat(refused(project, new Command.Join(INES, NOW, "guessed")))
                .isInstanceOf(Refusal.InvitationUnknown.class);
        assertThat(refused(withdrawn, new Command.Join(INES, NOW, "hash")))
                .isInstanceOf(Refusal.InvitationUnknown.class);
    }

    @Test
    void needsNoInvitationForWhoCarriesTheProjectAlready() {
        Project project = accepted(draft(), invite(ALEXIS, "hash"));

        assertThat(refused(project, new Command.Join(ALEXIS, NOW, "hash"))).isInstanceOf(Refusal.AlreadyInTeam.class);
    }

    @Test
    void letsMembersLeaveAndOwnersTakeThemOut() {
        Project project = joined(TeamRole.EDITOR);

        assertThat(accepted(project, new Command.Dismiss(INES, NOW, "m-ines"))
                        .team()
                        .mates())
                .isEmpty();
        Project without = accepted(project, new Command.Dismiss(ALEXIS, NOW, "m-ines"));
        assertThat(without.isCarriedBy(INES)).isFalse();
    }

    @Test
    void keepsAtMostTwentyOpenInvitations() {
        Project project = draft();
        for (int i = 0; i < Team.MOST_INVITATIONS; i++) {
            project = accepted(project, invite(ALEXIS, "hash" + i));
        }

        assertThat(refused(project, invite(ALEXIS, "one more"))).isInstanceOf(Refusal.LimitReached.class);
    }

    private static Project joined(TeamRole role) {
        var invitation = new Invitation("i1", "hash", role, NOW, null);
        return accepted(
                accepted(draft(), new Command.Invite(ALEXIS, NOW, invitation)), new Command.Join(INES, NOW, "hash"));
    }

    private static Command.Invite invite(Person by, String hash) {
        return new Command.Invite(by, NOW, new Invitation("i-" + hash, hash, TeamRole.EDITOR, NOW, null));
    }
}
