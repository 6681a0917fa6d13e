package quartier.pledge.audit;

import java.time.Instant;
import java.util.List;

/** An audit that came to its end, and what it said. */
public record FinishedAudit(
        Instant startedAt, Instant finishedAt, AuditMode mode, int campaigns, List<AuditReport.Result> results) {
    public FinishedAudit {
        results = List.copyOf(results);
    }
}
