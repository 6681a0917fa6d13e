package quartier.pledge.receipt.mongo;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Erases papers and identities when their time is over; the numbers stay. Every replica does, as often as it likes. */
final class Eraser implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Eraser.class);

    private final Papers papers;
    private final MongoIdentities identities;
    private final Clock clock;
    private final Duration every;
    private final MeterRegistry meters;
    private @Nullable Thread thread;

    Eraser(Papers papers, MongoIdentities identities, Clock clock, Duration every, MeterRegistry meters) {
        this.papers = papers;
        this.identities = identities;
        this.clock = clock;
        this.every = every;
        this.meters = meters;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("receipt-eraser").start(this::eraseUntilStopped);
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

    private void eraseUntilStopped() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                erase();
                Thread.sleep(every);
            } catch (InterruptedException stopping) {
                return;
            } catch (MongoException storeUnavailable) {
                log.warn("Erasing waits for the store: {}", storeUnavailable.getMessage());
            }
        }
    }

    private void erase() {
        Instant now = clock.instant();
        long erased = papers.erase(now) + identities.erase(now);
        if (erased > 0) {
            meters.counter("quartier.receipts.erased").increment((double) erased);
            log.info("{} papers and identities of receipts were erased after their time", erased);
        }
    }
}
