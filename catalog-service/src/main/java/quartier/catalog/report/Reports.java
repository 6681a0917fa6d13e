package quartier.catalog.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where reports are kept. */
public interface Reports {

    /** False when the same one stands there already. */
    boolean insert(Report report);

    Optional<Report> find(String id);

    /** False when somebody closed it meanwhile. */
    boolean close(Report closed);

    long countBy(String reporter, Instant since);

    /** In these territories and below them, the oldest first, so many at most. */
    List<Report> list(List<String> territories, Outcome outcome, int limit);

    /** All in which there are any: for the operator. */
    List<String> territories();
}
