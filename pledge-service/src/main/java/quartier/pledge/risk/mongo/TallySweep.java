package quartier.pledge.risk.mongo;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Forgets what has expired; the local store does not do so by itself. */
final class TallySweep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TallySweep.class);

    private final MongoTallies tallies;
    private final Clock clock;
    private final Duration every;
    private @Nullable Thread thread;

    TallySweep(MongoTallies tallies, Clock clock, Duration every) {
        this.tallies = tallies;
        this.clock = clock;
        this.every = every;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("risk-sweep").start(this::run);
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
                tallies.sweep(clock.instant());
            } catch (InterruptedException stopping) {
                return;
            } catch (MongoException storeUnavailable) {
                log.warn("Expired tallies wait for the store: {}", storeUnavailable.getMessage());
            }
        }
    }
}
