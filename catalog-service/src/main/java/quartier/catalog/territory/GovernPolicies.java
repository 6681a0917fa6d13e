package quartier.catalog.territory;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Enacts the versions of a territory's policy. None is ever changed; one that does not hold yet can be withdrawn. Live
 * campaigns keep the terms that they were launched with.
 */
public final class GovernPolicies {

    private static final int MOST_EDITIONS = 500;
    private static final int LONGEST_NOTE = 1_000;

    private final Territories territories;
    private final Clock clock;

    public GovernPolicies(Territories territories, Clock clock) {
        this.territories = territories;
        this.clock = clock;
    }

    /**
     * @param from when it is to hold; empty for at once
     * @param note why, for the public
     */
    public Governed enact(
            String id,
            Policy policy,
            Optional<Instant> from,
            String note,
            Optional<Long> readVersion,
            Administrator by) {
        Instant now = clock.instant();
        return Guarded.change(territories, id, readVersion, by, before -> {
            Instant effective = from.orElse(now);
            List<Breach> found = new ArrayList<>();
            PolicyRules.check(found, policy);
            Checks.when(effective.isBefore(now), found, "effectiveOn", "effective-in-past");
            Checks.when(note.length() > LONGEST_NOTE, found, "note", "out-of-range");
            Checks.when(before.editions().size() >= MOST_EDITIONS, found, "policy", "too-many-entries");
            if (!found.isEmpty()) {
                return new Guarded.Wrong(found);
            }
            List<Edition> all = Editions.enact(before.editions(), policy, effective, now, by.memberId(), note.strip());
            return all.equals(before.editions()) ? new Guarded.Same() : new Guarded.Next(before.withEditions(all, now));
        });
    }

    public Governed withdraw(String id, int version, Optional<Long> readVersion, Administrator by) {
        Instant now = clock.instant();
        return Guarded.change(territories, id, readVersion, by, before -> {
            Optional<Edition> edition = before.edition(version);
            if (edition.isEmpty()) {
                return new Guarded.Wrong(List.of(new Breach("version", "unknown-edition")));
            }
            return edition.get().effectiveFrom().isAfter(now)
                    ? new Guarded.Next(before.withEditions(Editions.withdraw(before.editions(), version), now))
                    : new Guarded.Wrong(List.of(new Breach("version", "edition-holds-already")));
        });
    }
}
