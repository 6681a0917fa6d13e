package quartier.pledge.simulation;

import java.util.ArrayDeque;
import java.util.Deque;

/** What happened, as a hash over all of it and the last lines of it. */
final class Trace {

    private static final int KEPT = 400;
    private static final long PRIME = 0x100000001b3L;

    private final Deque<String> last = new ArrayDeque<>();
    private final boolean talkative;
    private long hash = 0xcbf29ce484222325L;
    private long now;

    /** @param talkative whether to print each line at once */
    Trace(boolean talkative) {
        this.talkative = talkative;
    }

    void turn(long nanos, String owner, String name) {
        now = nanos;
        mix(nanos);
        mix(owner.hashCode());
        mix(name.hashCode());
    }

    void line(String who, String what) {
        mix(what.hashCode());
        String line = now / 1_000_000 + " ms  " + who + ": " + what;
        if (talkative) {
            System.out.println(line);
        }
        if (last.size() == KEPT) {
            last.removeFirst();
        }
        last.add(line);
    }

    private void mix(long value) {
        hash = (hash ^ value) * PRIME;
        hash ^= hash >>> 29;
    }

    long hash() {
        return hash;
    }

    String lastLines() {
        return String.join("\n", last);
    }
}
