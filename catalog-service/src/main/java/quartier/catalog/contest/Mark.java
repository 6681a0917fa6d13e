package quartier.catalog.contest;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one juror thinks of one project.
 *
 * @param scores 0 to {@value #HIGHEST} for each criterion
 * @param comment for the staff
 */
public record Mark(
        String project,
        Map<String, Integer> scores,
        @Nullable String comment,
        Instant at) {

    public static final int HIGHEST = 10;

    public Mark {
        scores = Map.copyOf(scores);
    }

    /** In hundredths of a point, so that nothing is rounded: weights are percents of whole points. */
    long weighted(Map<String, Integer> weights) {
        return weights.entrySet().stream()
                .mapToLong(weight -> (long) weight.getValue() * scores.getOrDefault(weight.getKey(), 0))
                .sum();
    }
}
