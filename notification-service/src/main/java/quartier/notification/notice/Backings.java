package quartier.notification.notice;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/** One row for each pledge heard of. */
public interface Backings {

    /** Keeps it unless something newer of the same pledge was kept before. */
    void keep(Backing backing, long sequence);

    Set<String> backersAt(String project, Instant at);

    List<Backing> of(String member);

    void forget(String member);
}
