package quartier.catalog.territory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The policies that a territory has had, has, and will have. */
final class Editions {

    private static final Comparator<Edition> IN_ORDER =
            Comparator.comparing(Edition::effectiveFrom).thenComparingInt(Edition::version);

    private Editions() {}

    /** The latest of those that hold by then. */
    static Optional<Edition> at(List<Edition> editions, Instant moment) {
        return editions.stream()
                .filter(edition -> !edition.effectiveFrom().isAfter(moment))
                .max(IN_ORDER);
    }

    static @Nullable Policy policyAt(List<Edition> editions, Instant moment) {
        return at(editions, moment).map(Edition::policy).orElse(null);
    }

    static List<Edition> sorted(List<Edition> editions) {
        return editions.stream().sorted(IN_ORDER).toList();
    }

    /** With a new version, unless what it would say holds at that time already. */
    static List<Edition> enact(
            List<Edition> editions, @Nullable Policy wanted, Instant from, Instant now, String by, String note) {
        Policy held = policyAt(editions, from);
        boolean same = wanted == null
                ? held == null
                : held != null && wanted.withVersion(held.version()).equals(held);
        if (same) {
            return editions;
        }
        int version = next(editions);
        List<Edition> all = new ArrayList<>(editions);
        // Before the first one there was none: it holds for all that ever was.
        Instant effective = editions.isEmpty() && !from.isAfter(now) ? Instant.EPOCH : from;
        all.add(new Edition(version, wanted == null ? null : wanted.withVersion(version), effective, now, by, note));
        return sorted(all);
    }

    static List<Edition> withdraw(List<Edition> editions, int version) {
        return editions.stream().filter(edition -> edition.version() != version).toList();
    }

    /** The one before it in the order in which they hold. */
    static Optional<Edition> before(List<Edition> editions, Edition edition) {
        int place = sorted(editions).indexOf(Objects.requireNonNull(edition));
        return place < 1 ? Optional.empty() : Optional.of(sorted(editions).get(place - 1));
    }

    private static int next(List<Edition> editions) {
        return editions.stream().mapToInt(Edition::version).max().orElse(0) + 1;
    }
}
