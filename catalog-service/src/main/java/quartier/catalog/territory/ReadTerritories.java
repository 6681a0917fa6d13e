package quartier.catalog.territory;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads territories completed with what they inherit. */
public final class ReadTerritories {

    private final Territories territories;
    private final Clock clock;

    public ReadTerritories(Territories territories, Clock clock) {
        this.territories = territories;
        this.clock = clock;
    }

    /** As it was written, without what it inherits. */
    public Optional<Territory> own(String id) {
        return territories.find(id).map(territory -> territory.at(clock.instant()));
    }

    public Optional<Territory> find(String id) {
        return own(id).map(this::completed);
    }

    /** From the roots downward, by id. */
    public List<Territory> all() {
        Map<String, Territory> completed = new HashMap<>();
        Instant now = clock.instant();
        return territories.all().stream()
                .map(territory -> territory.at(now))
                .sorted(Comparator.<Territory>comparingInt(
                                territory -> territory.path().size())
                        .thenComparing(Territory::id))
                .map(territory -> {
                    Territory above = completed.get(territory.parent());
                    Territory full = above == null ? territory : territory.under(above);
                    completed.put(full.id(), full);
                    return full;
                })
                .toList();
    }

    private Territory completed(Territory territory) {
        String parent = territory.parent();
        return parent == null ? territory : find(parent).map(territory::under).orElse(territory);
    }
}
