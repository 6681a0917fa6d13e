package quartier.catalog.contest;

import java.time.Instant;
import java.util.Locale;

/** Why a juror does not score a project, in the juror's own words. */
public record Conflict(String project, String reason, Instant at) {

    /** Declared by the juror, or known without asking. */
    public enum Kind {
        DECLARED,
        OWN_PROJECT,
        BACKER;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
