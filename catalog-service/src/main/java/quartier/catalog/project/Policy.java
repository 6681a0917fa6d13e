package quartier.catalog.project;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the territory in which a project takes place, as the project sees them now. At launch they become
 * {@link Terms} and no longer change.
 *
 * @param territoryPath ids from the root of the tree to the territory itself
 * @param districts those that the territory knows; empty when any name may be written
 * @param goalCapMinorUnits the highest goal
 * @param overfundingCapPercent the most that may be collected, in percent of the goal
 * @param commissionBasisPoints of what is paid out, before tax
 * @param vatBasisPoints of the commission
 * @param loans how residents may lend; null where they may not
 * @param reviewCriteria ids of what a moderator has to check
 * @param takesProjects whether the territory takes new projects, and lets approved ones be launched
 */
public record Policy(
        String territory,
        List<String> territoryPath,
        Set<String> districts,
        Set<String> themes,
        int version,
        String currency,
        long goalCapMinorUnits,
        int overfundingCapPercent,
        int minimumDays,
        int maximumDays,
        int commissionBasisPoints,
        int vatBasisPoints,
        List<String> pledgeKinds,
        List<String> reviewCriteria,
        SupportThreshold support,
        @Nullable LoanRule loans,
        ReviewRule review,
        Rails rails,
        boolean takesProjects) {

    /** Campaigns end at the end of a day as residents read it on the wall. */
    static final ZoneId WALL_CLOCK = ZoneId.of("Europe/Paris");

    public Policy {
        territoryPath = List.copyOf(territoryPath);
        districts = Set.copyOf(districts);
        themes = Set.copyOf(themes);
        pledgeKinds = List.copyOf(pledgeKinds);
        reviewCriteria = List.copyOf(reviewCriteria);
    }

    /** The most that a campaign with this goal may collect, in minor units, rounded down. */
    long capOf(long goalMinorUnits) {
        return Math.multiplyExact(goalMinorUnits, overfundingCapPercent) / 100;
    }

    /**
     * 23:59:59 in Paris on the day that comes so many days after the day of the launch: the day of the launch is given
     * for free, and the last day is whole, also where the clocks change in between.
     */
    static Instant deadlineOf(Instant launch, int durationDays) {
        return launch.atZone(WALL_CLOCK)
                .toLocalDate()
                .plusDays(durationDays)
                .atTime(LocalTime.of(23, 59, 59))
                .atZone(WALL_CLOCK)
                .toInstant();
    }
}
