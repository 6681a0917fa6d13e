package quartier.pledge.risk.mongo;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import quartier.pledge.risk.Tallies.Counter;

/**
 * One fixed window of a counter, and the document that counts it.
 *
 * @param id says neither whose it is nor what it counts
 */
record Slice(String id, Instant start, Duration length) {

    static Slice current(Counter counter, Instant at, TallyKeys keys) {
        long length = counter.window().toMillis();
        return of(counter, Math.floorDiv(at.toEpochMilli(), length) * length, keys);
    }

    static Slice before(Counter counter, Slice current, TallyKeys keys) {
        return of(counter, current.start.minus(current.length).toEpochMilli(), keys);
    }

    private static Slice of(Counter counter, long start, TallyKeys keys) {
        Instant from = Instant.ofEpochMilli(start);
        String name = counter.subject() + "\n" + counter.window() + "\n" + start + "\n" + counter.value();
        return new Slice(HexFormat.of().formatHex(keys.hash(from, name)), from, counter.window());
    }

    /** It counts for the window that follows it too. */
    Instant expires() {
        return start.plus(length).plus(length);
    }

    /** How much of the slice before this one a window that ends at that time overlaps, in 1/1,000. */
    int overlapBefore(Instant at) {
        long passed = Duration.between(start, at).toMillis();
        return 1000 - (int) (passed * 1000 / length.toMillis());
    }
}
