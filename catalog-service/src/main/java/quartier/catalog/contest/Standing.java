package quartier.catalog.contest;

import org.jspecify.annotations.Nullable;

/**
 * How a project came out.
 *
 * @param rank from 1; equals share one, and the next ranks are left out. Null where nothing ranks it
 * @param tied whether others have the same rank
 * @param meanHundredths the mean of the jurors' weighted scores in hundredths of a point, rounded; ranks are taken
 *     before rounding. Null without a score
 * @param scores how many jurors scored it
 * @param votes null where nobody votes, or before the vote's end
 */
public record Standing(
        String project,
        String slug,
        String title,
        String owner,
        @Nullable Integer rank,
        boolean tied,
        @Nullable Long meanHundredths,
        int scores,
        @Nullable Long votes) {}
