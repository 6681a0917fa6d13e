package quartier.catalog.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Where surveys are kept, and when each tier's backers were last asked for what the team must know. */
public interface Surveys {

    List<Survey> of(String project);

    /** Marked as to be told, unless the same stands there already. */
    void put(Survey survey);

    /** By tier; without those that were never asked. */
    Map<String, Instant> lastAsked(String project);

    /**
     * Marks as to be told what the tier asks for, its survey or an address alone; by one conditional write, so that of two
     * who press at once one does it.
     *
     * @return false when its backers were asked after {@code notSince}, or are about to be
     */
    boolean askAgain(String project, String tier, Instant at, Instant notSince);
}
