package quartier.catalog.project;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Those who carry a project with its owner, and those who were asked to.
 *
 * @param invitations that may still be accepted, and the last that were
 */
public record Team(List<Teammate> mates, List<Invitation> invitations) {

    static final Team NONE = new Team(List.of(), List.of());
    static final int MOST_MATES = 20;
    static final int MOST_INVITATIONS = 20;

    public Team {
        mates = List.copyOf(mates);
        invitations = List.copyOf(invitations);
    }

    public boolean has(String memberId) {
        return mate(memberId).isPresent();
    }

    public boolean leads(String memberId) {
        return mate(memberId).filter(mate -> mate.role() == TeamRole.OWNER).isPresent();
    }

    Optional<Teammate> mate(String memberId) {
        return mates.stream().filter(mate -> mate.memberId().equals(memberId)).findFirst();
    }

    Optional<Invitation> invitation(String tokenHash) {
        return invitations.stream()
                .filter(invitation -> invitation.tokenHash().equals(tokenHash))
                .findFirst();
    }

    public List<Invitation> openAt(Instant now) {
        return invitations.stream()
                .filter(invitation -> invitation.isOpenAt(now))
                .toList();
    }

    /** Makes room by forgetting those that nobody can accept any more. */
    Team inviting(Invitation invitation) {
        List<Invitation> all = new ArrayList<>(invitations);
        if (all.size() >= MOST_INVITATIONS) {
            all.removeIf(old -> !old.isOpenAt(invitation.at()));
        }
        all.add(invitation);
        return new Team(mates, all);
    }

    Team joinedBy(Teammate mate, Invitation accepted) {
        List<Teammate> all = new ArrayList<>(mates);
        all.add(mate);
        return new Team(
                all,
                invitations.stream()
                        .map(one -> one.id().equals(accepted.id()) ? accepted : one)
                        .toList());
    }

    Team without(String memberId) {
        return new Team(
                mates.stream().filter(mate -> !mate.memberId().equals(memberId)).toList(), invitations);
    }

    Team withoutInvitation(String id) {
        return new Team(
                mates,
                invitations.stream()
                        .filter(invitation -> !invitation.id().equals(id))
                        .toList());
    }
}
