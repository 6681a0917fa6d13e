package quartier.pledge.audit;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quartier.pledge.escrow.journal.StoredJournal;

/** Audits of this database: one at a time, whichever replica does it. */
public final class Audits {

    private static final Logger log = LoggerFactory.getLogger(Audits.class);

    private final MongoDatabase database;
    private final FinishedAudits finished;
    private final AuditLease lease;
    private final Clock clock;
    private final AuditMetrics metrics;

    /** @param clock the real one, whatever time a sandbox plays */
    Audits(MongoDatabase database, Clock clock, AuditMetrics metrics) {
        this.database = database;
        this.finished = new FinishedAudits(database);
        this.lease = new AuditLease(database, clock);
        this.clock = clock;
        this.metrics = metrics;
    }

    public Optional<FinishedAudit> last() {
        return finished.last();
    }

    Optional<FinishedAudit> last(AuditMode mode) {
        return finished.last(mode);
    }

    public boolean isRunning() {
        return lease.isTaken();
    }

    /** Begins one in the background; false while one is under way. */
    public boolean start(AuditMode mode) {
        boolean taken = lease.take();
        if (taken) {
            Thread.ofVirtual().name("audit").start(() -> runWithLease(mode));
        }
        return taken;
    }

    /** Does one; empty while another replica does, or when it could not be finished. */
    Optional<FinishedAudit> run(AuditMode mode) {
        return lease.take() ? Optional.ofNullable(runWithLease(mode)) : Optional.empty();
    }

    private @Nullable FinishedAudit runWithLease(AuditMode mode) {
        try {
            Instant startedAt = clock.instant();
            AuditReport report = new Auditor(
                            new StoredJournal(database),
                            new MongoComparisons(database),
                            new MongoCheckpoints(database),
                            lease::renewInTime)
                    .audit(mode);
            FinishedAudit audit =
                    new FinishedAudit(startedAt, clock.instant(), mode, report.campaigns(), report.results());
            finished.put(audit);
            metrics.examined(report);
            metrics.show(audit);
            say(report);
            return audit;
        } catch (MongoException | IllegalStateException interrupted) {
            log.warn("The audit could not be finished: {}", interrupted.getMessage());
            return null;
        } finally {
            lease.giveBack();
        }
    }

    private static void say(AuditReport report) {
        if (report.isClean()) {
            log.info("Audited {} campaigns, nothing was found", report.campaigns());
        } else {
            report.results()
                    .forEach(result -> result.messages()
                            .forEach(message -> log.error(
                                    "The auditor objects, check {}: {}",
                                    result.check().number(),
                                    message)));
        }
    }
}
