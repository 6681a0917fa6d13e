package quartier.catalog.project;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fundraising period of a launched project.
 *
 * @param silenceToldFor when the silence began of which the owner was last reminded; null when never
 * @param sequence of the last event of pledge-service that was applied; older ones are ignored
 * @param closedTiers of the terms, those that no new pledge takes; once closed they stay so
 */
public record Campaign(
        Instant launchedAt,
        Terms terms,
        Totals totals,
        long sequence,
        @Nullable Instant silenceToldFor,
        List<String> closedTiers) {

    public Campaign {
        // Campaigns that were stored before tiers could be closed have none.
        closedTiers = closedTiers == null ? List.of() : List.copyOf(closedTiers);
    }

    static Campaign launched(Instant at, Terms terms) {
        return new Campaign(at, terms, Totals.NONE, 0, null, List.of());
    }

    Campaign following(Totals totals, long sequence) {
        return new Campaign(launchedAt, terms, totals, sequence, silenceToldFor, closedTiers);
    }

    Campaign silentSince(Instant since) {
        return new Campaign(launchedAt, terms, totals, sequence, since, closedTiers);
    }

    Campaign without(String tier) {
        List<String> closed =
                Stream.concat(closedTiers.stream(), Stream.of(tier)).toList();
        return new Campaign(launchedAt, terms, totals, sequence, silenceToldFor, closed);
    }
}
