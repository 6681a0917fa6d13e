package quartier.catalog.contest;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call at one moment, as it is told to those whom its phase concerns.
 *
 * @param until when its present phase ends; null for the last one
 */
public record Running(
        Contest contest, Title title, @Nullable Instant until) {

    public record Title(String fr, @Nullable String en) {}
}
