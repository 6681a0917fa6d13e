package quartier.gateway.call;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that many pages need and that seldom changes: asked again when it is old, kept when nobody answers. */
public final class Remembered<T> {

    private record Seen<T>(T value, long atNanos) {}

    private final Supplier<T> source;
    private final long freshNanos;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Seen<T> seen;

    public Remembered(Duration freshFor, Supplier<T> source) {
        this.freshNanos = freshFor.toNanos();
        this.source = source;
    }

    /** Throws {@link ServiceUnavailable} only while it never had an answer. */
    public T get() {
        Seen<T> last = seen;
        if (last != null && (isFresh(last) || asking.isLocked())) {
            return last.value();
        }
        asking.lock();
        try {
            Seen<T> meanwhile = seen;
            if (meanwhile != null && isFresh(meanwhile)) {
                return meanwhile.value();
            }
            T value = source.get();
            seen = new Seen<>(value, System.nanoTime());
            return value;
        } catch (ServiceUnavailable away) {
            if (last == null) {
                throw away;
            }
            return last.value();
        } finally {
            asking.unlock();
        }
    }

    /** Asks again at the next time; what was known still stands in for an answer that does not come. */
    public void forget() {
        Seen<T> last = seen;
        if (last != null) {
            seen = new Seen<>(last.value(), last.atNanos() - freshNanos);
        }
    }

    private boolean isFresh(Seen<T> value) {
        return System.nanoTime() - value.atNanos() < freshNanos;
    }
}
