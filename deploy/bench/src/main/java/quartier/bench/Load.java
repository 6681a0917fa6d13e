package quartier.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** A closed loop: so many virtual threads, each doing the next thing when the last is done. */
final class Load {

    private static final Duration WARM = Duration.ofMillis(1_000);
    private static final Duration MEASURED = Duration.ofMillis(3_000);

    /** One operation, to be done durably before it returns. */
    interface Operation {
        void run(long number);
    }

    private Load() {}

    /** Operations a second, after a second of warming up. */
    static double perSecond(int threads, Operation operation) {
        return perSecond(threads, WARM, MEASURED, operation);
    }

    static double perSecond(int threads, Duration warm, Duration measured, Operation operation) {
        LongAdder done = new LongAdder();
        AtomicLong number = new AtomicLong();
        long end = System.nanoTime() + warm.plus(measured).toNanos();
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(Thread.ofVirtual().start(() -> {
                while (System.nanoTime() < end) {
                    operation.run(number.getAndIncrement());
                    done.increment();
                }
            }));
        }
        try {
            Thread.sleep(warm);
            long from = System.nanoTime();
            long before = done.sum();
            Thread.sleep(measured);
            long count = done.sum() - before;
            double seconds = (System.nanoTime() - from) / 1e9;
            for (Thread thread : all) {
                thread.join();
            }
            return count / seconds;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
