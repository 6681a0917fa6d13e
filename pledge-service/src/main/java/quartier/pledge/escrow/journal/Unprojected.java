package quartier.pledge.escrow.journal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The pledges that this process has acknowledged and whose projection is still to come. */
final class Unprojected {

    private record Placed(String campaign, long page) {}

    private final Map<String, Placed> pledges = new ConcurrentHashMap<>();

    void add(String pledge, String campaign, long page) {
        pledges.put(pledge, new Placed(campaign, page));
    }

    Optional<String> campaignOf(String pledge) {
        return Optional.ofNullable(pledges.get(pledge)).map(Placed::campaign);
    }

    void remove(Set<String> projected) {
        projected.forEach(pledges::remove);
    }

    /** Forgets what another process has projected: these campaigns have come so far. */
    void removeUpTo(Map<String, Long> projectedPages) {
        pledges.values().removeIf(placed -> placed.page() <= projectedPages.getOrDefault(placed.campaign(), 0L));
    }

    int size() {
        return pledges.size();
    }
}
