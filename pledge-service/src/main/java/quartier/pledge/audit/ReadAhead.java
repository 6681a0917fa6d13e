package quartier.pledge.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.LongFunction;

/** Reads the next parts while the one before is judged, so that the store and the judge work at the same time. */
final class ReadAhead<T> {

    private static final int PARTS = 3;

    private final LongFunction<T> read;
    private final int step;
    private final Deque<FutureTask<T>> begun = new ArrayDeque<>();
    private long next;

    /**
     * @param read the part that begins at a number; called in other threads, at several numbers at a time
     * @param step from one part's beginning to the next one's
     */
    ReadAhead(LongFunction<T> read, int step) {
        this.read = read;
        this.step = step;
    }

    /**
     * The part that begins here. Parts are asked for in their order.
     *
     * @param end what begins before it is known to be wanted, and may be read now
     */
    T at(long from, long end) {
        if (begun.isEmpty()) {
            begin(from);
        }
        while (begun.size() < PARTS && next < end) {
            begin(next);
        }
        return result(begun.remove());
    }

    private void begin(long from) {
        FutureTask<T> task = new FutureTask<>(() -> read.apply(from));
        Thread.ofVirtual().name("audit-reads-ahead").start(task);
        begun.add(task);
        next = from + step;
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
