package quartier.catalog.project;

import java.util.List;
import java.util.Optional;
import quartier.catalog.project.Command.Dismiss;
import quartier.catalog.project.Command.Invite;
import quartier.catalog.project.Command.Join;
import quartier.catalog.project.Command.Withdraw;
import quartier.catalog.project.Decision.Accepted;
import quartier.catalog.project.Decision.Rejected;
import quartier.catalog.project.Decision.Repeated;

/** Who carries a project: an owner invites by a link that works once, and whoever signs in with it joins. */
final class Teaming {

    private Teaming() {}

    static Decision decide(Project project, Command.OfTeam command) {
        return switch (command) {
            case Invite invite -> invite(project, invite);
            case Withdraw withdraw -> withdraw(project, withdraw);
            case Join join -> join(project, join);
            case Dismiss dismiss -> dismiss(project, dismiss);
        };
    }

    private static Decision invite(Project project, Invite invite) {
        Team team = project.team();
        return ProjectLife.leadersOnly(project, invite)
                .or(() -> team.openAt(invite.at()).size() >= Team.MOST_INVITATIONS
                        ? Optional.of(new Refusal.LimitReached(Team.MOST_INVITATIONS))
                        : Optional.empty())
                .<Decision>map(reason -> new Rejected(project, reason))
                .orElseGet(() -> changed(project, team.inviting(invite.invitation())));
    }

    private static Decision withdraw(Project project, Withdraw withdraw) {
        return ProjectLife.leadersOnly(project, withdraw)
                .<Decision>map(reason -> new Rejected(project, reason))
                .orElseGet(() -> changed(project, project.team().withoutInvitation(withdraw.invitationId())));
    }

    /** Whoever has no valid token learns nothing, not even whether there is such a project. */
    private static Decision join(Project project, Join join) {
        Invitation invitation = project.team().invitation(join.tokenHash()).orElse(null);
        if (invitation == null) {
            return new Rejected(project, new Refusal.InvitationUnknown());
        }
        String memberId = join.by().memberId();
        if (memberId.equals(invitation.acceptedBy())) {
            return new Repeated(project);
        }
        if (invitation.acceptedBy() != null) {
            return new Rejected(project, new Refusal.InvitationUsed());
        }
        if (invitation.isExpiredAt(join.at())) {
            return new Rejected(project, new Refusal.InvitationExpired());
        }
        if (project.isCarriedBy(join.by())) {
            return new Rejected(project, new Refusal.AlreadyInTeam());
        }
        if (project.team().mates().size() >= Team.MOST_MATES) {
            return new Rejected(project, new Refusal.LimitReached(Team.MOST_MATES));
        }
        var mate = new Teammate(memberId, join.by().name(), invitation.role(), join.at());
        return changed(project, project.team().joinedBy(mate, invitation.acceptedBy(memberId)));
    }

    /** By an owner, or by the member, who leaves. */
    private static Decision dismiss(Project project, Dismiss dismiss) {
        boolean leaves = dismiss.memberId().equals(dismiss.by().memberId());
        if (!leaves && !project.isLedBy(dismiss.by())) {
            return new Rejected(project, new Refusal.NotTheOwner());
        }
        return project.team().has(dismiss.memberId())
                ? changed(project, project.team().without(dismiss.memberId()))
                : new Repeated(project);
    }

    private static Decision changed(Project project, Team team) {
        return new Accepted(project.with(team), List.of());
    }
}
