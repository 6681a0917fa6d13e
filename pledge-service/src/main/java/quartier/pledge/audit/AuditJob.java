package quartier.pledge.audit;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Audits when it is time. Every replica looks whether it is, from what the store says of the last audit; one does it. */
final class AuditJob implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AuditJob.class);
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(30);

    private final Audits audits;
    private final AuditMetrics metrics;
    private final AuditProperties properties;
    private final Clock clock;
    private @Nullable Thread thread;

    AuditJob(Audits audits, AuditMetrics metrics, AuditProperties properties, Clock clock) {
        this.audits = audits;
        this.metrics = metrics;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (thread == null && properties.every().isPositive()) {
            thread = Thread.ofVirtual().name("audit-job").start(this::work);
        }
    }

    /** In the middle of whatever it does: an audit only reads. */
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

    private void work() {
        Duration pause = properties.every().compareTo(LOOKS_EVERY) < 0 ? properties.every() : LOOKS_EVERY;
        try {
            while (true) {
                Thread.sleep(pause);
                try {
                    workOnce();
                } catch (MongoException unavailable) {
                    log.warn("The audit waits for the store: {}", unavailable.getMessage());
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    void workOnce() {
        audits.last().ifPresent(metrics::show);
        if (isDue(audits.last(AuditMode.FULL).orElse(null), properties.fullEvery())) {
            audits.run(AuditMode.FULL);
        } else if (isDue(audits.last().orElse(null), properties.every())) {
            audits.run(AuditMode.INCREMENTAL);
        }
    }

    private boolean isDue(@Nullable FinishedAudit last, Duration every) {
        Instant now = clock.instant();
        return last == null || !now.isBefore(last.finishedAt().plus(every));
    }
}
