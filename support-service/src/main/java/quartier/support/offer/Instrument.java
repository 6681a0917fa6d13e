package quartier.support.offer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The legal act on which a public body's help rests.
 *
 * @param deliberation reference of the assembly's decision
 * @param date of that decision
 * @param convention reference of the agreement with the project's owner
 */
public record Instrument(
        @Nullable String deliberation,
        @Nullable LocalDate date,
        @Nullable String convention) {

    public static final Instrument NONE = new Instrument(null, null, null);

    public Instrument {
        deliberation = blankToNull(deliberation);
        convention = blankToNull(convention);
    }

    private static @Nullable String blankToNull(@Nullable String reference) {
        return reference == null || reference.isBlank() ? null : reference;
    }
}
