package quartier.pledge.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What the last audit found, how much this process has looked at, and how long ago the last one was. */
final class AuditMetrics {

    private final Clock clock;
    private final Counter examined;
    private final Map<Check, AtomicLong> findings = new EnumMap<>(Check.class);
    private volatile @Nullable FinishedAudit last;

    AuditMetrics(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.examined = Counter.builder("quartier.audit.examined")
                .description("What the audits of this process have looked at")
                .register(meters);
        for (Check check : Check.values()) {
            AtomicLong found = new AtomicLong();
            findings.put(check, found);
            Gauge.builder("quartier.audit.findings", found, AtomicLong::doubleValue)
                    .tag("check", Integer.toString(check.number()))
                    .description("What the last audit objected to")
                    .register(meters);
        }
        Gauge.builder("quartier.audit.age", this, AuditMetrics::age)
                .baseUnit("seconds")
                .description("How long ago the last audit finished")
                .register(meters);
    }

    void examined(AuditReport report) {
        report.results().forEach(result -> examined.increment((double) result.examined()));
    }

    /** Also of an audit that another replica did. */
    void show(FinishedAudit audit) {
        last = audit;
        findings.values().forEach(found -> found.set(0));
        audit.results().forEach(result -> {
            AtomicLong found = findings.get(result.check());
            if (found != null) {
                found.set(result.findings());
            }
        });
    }

    private double age() {
        FinishedAudit audit = last;
        return audit == null
                ? Double.NaN
                : (double) Duration.between(audit.finishedAt(), clock.instant()).toSeconds();
    }
}
