package quartier.catalog.call;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the staff write.
 *
 * @param text plain, in paragraphs
 * @param theme one of the territory's, for readers: projects of other themes may answer too
 * @param opensAt from then on projects may enter
 * @param closesAt from then on they no longer may
 */
public record CallForm(
        String territory, Words title, Words text, @Nullable String theme, Instant opensAt, Instant closesAt) {

    /** To the millisecond, as it is stored. */
    public CallForm {
        opensAt = opensAt.truncatedTo(ChronoUnit.MILLIS);
        closesAt = closesAt.truncatedTo(ChronoUnit.MILLIS);
    }
}
