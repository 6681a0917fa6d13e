package quartier.catalog.territory;

import org.jspecify.annotations.Nullable;

/**
 * How projects are reviewed.
 *
 * @param serviceDays within which an owner is to have an answer; told to owners, nothing happens by itself
 * @param secondEyesAboveMinorUnits goals above it are approved by two people; null when one is enough
 */
public record ReviewRule(int serviceDays, @Nullable Long secondEyesAboveMinorUnits) {

    public static final ReviewRule USUAL = new ReviewRule(15, null);
}
