package quartier.catalog.project;

import java.util.List;
import java.util.Map;

/**
 * How many projects match, and how they fall into what one can choose from next. The counts of a kind leave that kind's
 * own filter aside, so that a reader sees what another choice would give.
 */
public record Facets(long total, Map<Kind, List<Count>> counts) {

    /** What is counted; at most {@value #MOST} values of each, the most frequent first. */
    public enum Kind {
        THEME,
        DISTRICT,
        STATE,
        NEED_KIND,
        PROGRESS,
        TERRITORY
    }

    public static final int MOST = 50;

    public record Count(String value, int projects) {}

    public Facets {
        counts = Map.copyOf(counts);
    }
}
