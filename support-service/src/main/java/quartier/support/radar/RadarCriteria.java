package quartier.support.radar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a supporter looks for; null leaves a condition out.
 *
 * @param territory projects of this territory and of those within it
 * @param minimumPercent without it, each project's own threshold
 * @param minimumBackers without it, each project's own threshold
 * @param after where the page before ended
 */
public record RadarCriteria(
        @Nullable String territory,
        @Nullable String theme,
        @Nullable Integer minimumPercent,
        @Nullable Integer minimumBackers,
        @Nullable After after,
        int limit) {

    /** The last project of a page; the latest launched come first. */
    public record After(Instant launchedAt, String id) {}
}
