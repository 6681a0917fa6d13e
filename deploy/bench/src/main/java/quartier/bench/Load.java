package quartier.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Load by virtual threads: closed loops, in which each does the next thing when the last is done, to see how much is
 * done; and an open one at a fixed rate, to see how long things take.
 */
final class Load {

    private static final Duration WARM = Duration.ofMillis(1_000);
    private static final Duration MEASURED = Duration.ofMillis(3_000);
    private static final int DIGITS = 3;

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
        Loop loop = new Loop(threads, () -> System.nanoTime() < end, () -> {
            operation.run(number.getAndIncrement());
            done.increment();
        });
        pause(warm);
        long from = System.nanoTime();
        long before = done.sum();
        pause(measured);
        double perSecond = (done.sum() - before) / secondsSince(from);
        loop.await();
        return perSecond;
    }

    /** The seconds that so many operations take. */
    static double seconds(int threads, long count, Operation operation) {
        AtomicLong number = new AtomicLong();
        long from = System.nanoTime();
        new Loop(threads, () -> number.get() < count, () -> {
                    long mine = number.getAndIncrement();
                    if (mine < count) {
                        operation.run(mine);
                    }
                })
                .await();
        return secondsSince(from);
    }

    /** The seconds that it takes. */
    static double seconds(Runnable once) {
        long from = System.nanoTime();
        once.run();
        return secondsSince(from);
    }

    /**
     * How long operations take, in microseconds, when so many are asked for in each second, whatever becomes of the
     * earlier ones: each is counted from the moment at which it was due, so that a stall is seen in all that it delays.
     */
    static Histogram latencies(double perSecond, Duration measured, Operation operation) {
        Histogram micros = new ConcurrentHistogram(DIGITS);
        AtomicReference<RuntimeException> failure = new AtomicReference<>();
        List<Thread> all = new ArrayList<>();
        long from = System.nanoTime();
        long count = (long) (perSecond * measured.toNanos() / 1e9);
        for (long i = 0; i < count; i++) {
            long number = i;
            long due = from + (long) (number * 1e9 / perSecond);
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            all.add(Thread.ofVirtual().start(() -> {
                try {
                    operation.run(number);
                    micros.recordValue((System.nanoTime() - due) / 1_000);
                } catch (RuntimeException failed) {
                    failure.set(failed);
                }
            }));
        }
        await(all, failure);
        return micros;
    }

    /** Threads that do the same again and again; one that fails ends all. */
    private static final class Loop {

        private final List<Thread> all = new ArrayList<>();
        private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

        Loop(int threads, BooleanSupplier goesOn, Runnable each) {
            for (int i = 0; i < threads; i++) {
                all.add(Thread.ofVirtual().start(() -> {
                    try {
                        while (goesOn.getAsBoolean() && failure.get() == null) {
                            each.run();
                        }
                    } catch (RuntimeException failed) {
                        failure.set(failed);
                    }
                }));
            }
        }

        void await() {
            Load.await(all, failure);
        }
    }

    private static void await(List<Thread> all, AtomicReference<RuntimeException> failure) {
        try {
            for (Thread thread : all) {
                thread.join();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
        if (failure.get() != null) {
            throw new IllegalStateException("not everything was done: the figure would be wrong", failure.get());
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
