package quartier.notification.notice;

import java.util.List;
import java.util.Optional;

/** Who acts for which supporter organisation. */
public interface SupporterAgents {

    /** Keeps the agents unless something newer was kept before. */
    void keep(String supporter, List<String> agents, long sequence);

    /** Empty when the supporter was not heard of. */
    Optional<List<String>> of(String supporter);
}
