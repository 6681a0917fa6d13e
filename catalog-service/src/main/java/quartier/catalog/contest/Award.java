package quartier.catalog.contest;

import org.jspecify.annotations.Nullable;

/**
 * What a winner gets.
 *
 * @param prize what it is, in French
 * @param reason why, in French
 * @param amountMinorUnits its part of the envelope in cents; null where it is no money
 */
public record Award(
        String project,
        String prize,
        @Nullable String prizeEn,
        String reason,
        @Nullable String reasonEn,
        @Nullable Long amountMinorUnits) {}
