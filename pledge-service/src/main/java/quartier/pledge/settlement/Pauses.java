package quartier.pledge.settlement;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When something that did not work may be tried again. Only in memory: after a restart everything may be tried at once,
 * and starts with short pauses anew.
 */
final class Pauses {

    private static final int REMEMBERED = 100_000;

    private record Pause(int count, Instant until) {}

    private final Duration first;
    private final Duration longest;
    private final Map<String, Pause> pauses = new ConcurrentHashMap<>();

    Pauses(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    boolean over(String what, Instant now) {
        Pause pause = pauses.get(what);
        return pause == null || !now.isBefore(pause.until());
    }

    /** Waits twice as long as the last time. */
    void extend(String what, Instant now) {
        if (pauses.size() >= REMEMBERED) {
            pauses.clear(); // a limit on everything; too early is only a wasted question
        }
        pauses.compute(what, (key, before) -> {
            int count = before == null ? 0 : before.count() + 1;
            Duration pause = first.multipliedBy(1L << Math.min(count, 20));
            return new Pause(count, now.plus(pause.compareTo(longest) > 0 ? longest : pause));
        });
    }

    void end(String what) {
        pauses.remove(what);
    }

    int count() {
        return pauses.size();
    }
}
