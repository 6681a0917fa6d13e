package quartier.support.fund;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The legal act on which a public body's fund rests.
 *
 * @param deliberation reference of the assembly's decision
 * @param date of that decision
 * @param convention reference of the agreement with the operator
 */
public record Instrument(
        @Nullable String deliberation,
        @Nullable LocalDate date,
        @Nullable String convention) {

    public static final Instrument NONE = new Instrument(null, null, null);

    /** Décret n° 2001-495, article 1: from more than this amount on, a convention is needed. As of November 2026. */
    static final long LARGEST_WITHOUT_CONVENTION_MINOR_UNITS = 2_300_000;

    public Instrument {
        deliberation = blankToNull(deliberation);
        convention = blankToNull(convention);
    }

    boolean isDecided() {
        return deliberation != null && date != null;
    }

    boolean suffices(long budgetMinorUnits) {
        return budgetMinorUnits <= LARGEST_WITHOUT_CONVENTION_MINOR_UNITS || convention != null;
    }

    private static @Nullable String blankToNull(@Nullable String reference) {
        return reference == null || reference.isBlank() ? null : reference;
    }
}
