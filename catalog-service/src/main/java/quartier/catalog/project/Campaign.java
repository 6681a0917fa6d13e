package quartier.catalog.project;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The fundraising period of a launched project.
 *
 * @param silenceToldFor when the silence began of which the owner was last reminded; null when never
 * @param sequence of the last event of pledge-service that was applied; older ones are ignored
 */
public record Campaign(
        Instant launchedAt,
        Terms terms,
        Totals totals,
        long sequence,
        @Nullable Instant silenceToldFor) {}
