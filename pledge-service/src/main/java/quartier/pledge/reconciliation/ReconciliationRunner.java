package quartier.pledge.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Compares from time to time, and tells how much is in suspense and how old the oldest of it is. */
final class ReconciliationRunner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReconciliationRunner.class);

    private final Reconcile reconcile;
    private final Suspense suspense;
    private final Clock clock;
    private final Duration every;
    private final AtomicLong suspended = new AtomicLong();
    private final AtomicLong oldestSeconds = new AtomicLong();
    private @Nullable Thread thread;

    ReconciliationRunner(Reconcile reconcile, Suspense suspense, Clock clock, Duration every, MeterRegistry meters) {
        this.reconcile = reconcile;
        this.suspense = suspense;
        this.clock = clock;
        this.every = every;
        Gauge.builder("quartier.reconciliation.suspended", suspended, AtomicLong::get)
                .description("Lines that the provider's statement and the ledger do not share")
                .register(meters);
        Gauge.builder("quartier.reconciliation.oldest", oldestSeconds, AtomicLong::get)
                .description("The age of the oldest of them")
                .baseUnit("seconds")
                .register(meters);
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("reconciliation").start(this::run);
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(every);
                once();
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException unanswered) {
                // The provider or the store; how far each side was read stands, so nothing is passed over.
                log.warn("The ledger could not be compared with the statement: {}", unanswered.toString());
            }
        }
    }

    void once() {
        reconcile.run();
        List<Suspense.Open> oldest = suspense.open(1);
        suspended.set(suspense.count());
        oldestSeconds.set(
                oldest.isEmpty()
                        ? 0
                        : Duration.between(oldest.getFirst().since(), clock.instant())
                                .toSeconds());
    }
}
