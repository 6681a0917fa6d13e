package quartier.pledge.audit;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Reads the next part while the one before is judged, so that the store and the judge work at the same time. */
final class ReadAhead<T> {

    private final LongFunction<T> read;
    private final int step;
    private @Nullable FutureTask<T> next;

    /**
     * @param read the part that begins at a number; called in another thread, one call at a time
     * @param step from one part's beginning to the next one's
     */
    ReadAhead(LongFunction<T> read, int step) {
        this.read = read;
        this.step = step;
    }

    /**
     * The part that begins here. Parts are asked for in their order.
     *
     * @param more whether the next one is known to be wanted, and may be read now
     */
    T at(long from, boolean more) {
        FutureTask<T> begun = next;
        T part = begun == null ? read.apply(from) : result(begun);
        next = more ? begin(from + step) : null;
        return part;
    }

    private FutureTask<T> begin(long from) {
        FutureTask<T> task = new FutureTask<>(() -> read.apply(from));
        Thread.ofVirtual().name("audit-reads-ahead").start(task);
        return task;
    }

    private static <T> T result(FutureTask<T> task) {
        try {
            return task.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the audit was interrupted", stopping);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException outage ? outage : new IllegalStateException(failed);
        }
    }
}
