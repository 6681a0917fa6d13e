package quartier.catalog.call;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a call comes from the projects that answer it to its result. Each phase begins where the one before it ends, so
 * that none overlaps another; one without an end is switched off.
 *
 * @param criteria what the jury scores by
 * @param votesEach how many projects a member may vote for
 */
public record Selection(
        @Nullable Instant checkUntil,
        @Nullable Instant juryUntil,
        @Nullable Instant preferenceUntil,
        List<Criterion> criteria,
        int votesEach) {

    /** Nothing is chosen: the call gathers projects, and that is all. */
    public static final Selection NONE = new Selection(null, null, null, List.of(), 1);

    /** To the millisecond, as it is stored. */
    public Selection {
        checkUntil = stored(checkUntil);
        juryUntil = stored(juryUntil);
        preferenceUntil = stored(preferenceUntil);
        criteria = List.copyOf(criteria);
    }

    /** Null where the phase is switched off, or is none of those that may be. */
    @Nullable
    Instant until(Phase phase) {
        return switch (phase) {
            case CHECK -> checkUntil;
            case JURY -> juryUntil;
            case PREFERENCE -> preferenceUntil;
            case ANNOUNCE, APPLY, RESULT -> null;
        };
    }

    private static @Nullable Instant stored(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MILLIS);
    }
}
