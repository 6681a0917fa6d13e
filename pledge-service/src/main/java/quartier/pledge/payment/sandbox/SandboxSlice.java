package quartier.pledge.payment.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quartier.pledge.payment.Slice;

/**
 * One page of what the bank's books have since an instant, by time and id. All of them may be offered: it keeps no more
 * than the page shows.
 */
final class SandboxSlice<T> {

    private final Instant since;
    private final @Nullable String after;
    private final int limit;
    private final Function<T, Instant> at;
    private final Function<T, String> id;
    private final TreeMap<String, T> first = new TreeMap<>();

    /** @param after the last of the page before; null for the first */
    SandboxSlice(Instant since, @Nullable String after, int limit, Function<T, Instant> at, Function<T, String> id) {
        this.since = since;
        this.after = after;
        this.limit = limit;
        this.at = at;
        this.id = id;
    }

    /** Nothing before it is on this page: the name of the last one begins with its time. */
    Instant from() {
        return after == null ? since : Instant.ofEpochMilli(Long.parseLong(after.substring(0, after.indexOf(' '))));
    }

    void offer(T item) {
        String key = at.apply(item).toEpochMilli() + " " + id.apply(item);
        if (!at.apply(item).isBefore(since) && (after == null || key.compareTo(after) > 0)) {
            first.put(key, item);
            if (first.size() > limit + 1) {
                first.pollLastEntry();
            }
        }
    }

    Slice<T> get() {
        List<T> items = new ArrayList<>(first.values());
        if (items.size() <= limit) {
            return new Slice<>(items, null);
        }
        return new Slice<>(List.copyOf(items.subList(0, limit)), first.lowerKey(first.lastKey()));
    }
}
