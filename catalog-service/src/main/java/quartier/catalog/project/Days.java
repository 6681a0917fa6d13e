package quartier.catalog.project;

import java.time.Instant;
import java.util.List;

/** How much stood at the end of each day of a campaign, as pledge-service told it: the curve on the owner's dashboard. */
public interface Days {

    /** @param date ISO 8601, on the territory's wall */
    record Day(String date, long collectedMinorUnits, int backers) {}

    /** Keeps the last that was told on a day. */
    void note(String project, Instant toldAt, Totals totals, long sequence);

    /** The oldest first. */
    List<Day> of(String project);
}
