package quartier.catalog.project;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;

/** The team of a project, and what it may do at any time. */
public final class CarryProject {

    private final Projects projects;
    private final Clock clock;

    public CarryProject(Projects projects, Clock clock) {
        this.projects = projects;
        this.clock = clock;
    }

    /** @param token drawn at random, told once to who invites, and kept only as its hash */
    public Optional<Decision> invite(String id, Actor by, TeamRole role, String invitationId, String token) {
        var now = clock.instant();
        var invitation = new Invitation(invitationId, hash(token), role, now, null);
        return decide(id, new Command.Invite(by, now, invitation));
    }

    public Optional<Decision> withdraw(String id, Actor by, String invitationId) {
        return decide(id, new Command.Withdraw(by, clock.instant(), invitationId));
    }

    public Optional<Decision> join(String id, Actor by, String token) {
        return decide(id, new Command.Join(by, clock.instant(), hash(token)));
    }

    public Optional<Decision> dismiss(String id, Actor by, String memberId) {
        return decide(id, new Command.Dismiss(by, clock.instant(), memberId));
    }

    /** Reminds the owners of projects that fell silent; as many as this at once. */
    public int remindTheSilent(int limit) {
        var now = clock.instant();
        int reminded = 0;
        for (String id : projects.silentSinceBefore(now.minus(Silence.REMINDED_AFTER), limit)) {
            var decision = projects.change(id, project -> Silence.remind(project, now));
            reminded += decision.filter(Decision.Accepted.class::isInstance).isPresent() ? 1 : 0;
        }
        return reminded;
    }

    private Optional<Decision> decide(String id, Command command) {
        return projects.change(id, project -> ProjectLife.decide(project, command));
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
