package quartier.catalog.front;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** @param until not included */
public record Period(Instant from, Instant until) {

    /** To the millisecond, as it is stored. */
    public Period {
        from = from.truncatedTo(ChronoUnit.MILLIS);
        until = until.truncatedTo(ChronoUnit.MILLIS);
    }

    boolean contains(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }

    boolean isForward() {
        return until.isAfter(from);
    }
}
