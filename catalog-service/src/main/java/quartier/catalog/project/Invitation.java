package quartier.catalog.project;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place in the team for whoever brings its token, once.
 *
 * @param tokenHash of the token, which itself is kept nowhere
 * @param acceptedBy null until somebody did
 */
public record Invitation(
        String id,
        String tokenHash,
        TeamRole role,
        Instant at,
        @Nullable String acceptedBy) {

    /** Long enough for who reads their mail on Sundays. */
    public static final Duration VALID_FOR = Duration.ofDays(14);

    public Instant until() {
        return at.plus(VALID_FOR);
    }

    boolean isExpiredAt(Instant now) {
        return !now.isBefore(until());
    }

    boolean isOpenAt(Instant now) {
        return acceptedBy == null && !isExpiredAt(now);
    }

    Invitation acceptedBy(String memberId) {
        return new Invitation(id, tokenHash, role, at, memberId);
    }
}
