package quartier.catalog.project;

import org.jspecify.annotations.Nullable;

/**
 * How a territory reviews.
 *
 * @param serviceDays within which an owner is to have an answer
 * @param secondEyesAboveMinorUnits goals above it are approved by two people; null when one is enough
 */
public record ReviewRule(int serviceDays, @Nullable Long secondEyesAboveMinorUnits) {

    boolean needsSecondEyes(@Nullable Money goal) {
        return goal != null && secondEyesAboveMinorUnits != null && goal.amount() > secondEyesAboveMinorUnits;
    }
}
