package quartier.pledge.settlement;

import com.mongodb.client.MongoDatabase;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import quartier.pledge.checkout.Decisions;
import quartier.pledge.checkout.PaymentReports;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.payee.Payees;
import quartier.pledge.payment.PaymentProvider;

/** The settlement runner of another process on the same store: it shares nothing else. */
public final class AnotherReplica {

    private AnotherReplica() {}

    public static SmartLifecycle runner(
            MongoDatabase database,
            Escrows escrows,
            Decisions decisions,
            PaymentReports reports,
            PaymentProvider provider,
            Payees payees,
            Clock clock) {
        var properties =
                new SettlementProperties(Duration.ofMillis(50), 8, 3, Duration.ofMillis(50), Duration.ofMillis(200));
        var meters = new SimpleMeterRegistry();
        return new SettlementRunner(
                escrows,
                new Settlement(decisions, reports, provider, payees, clock, properties.tries(), meters),
                new PausedRuns(database, properties.sweepEvery(), Clock.systemUTC()),
                RateLimiter.ofDefaults("another"),
                new Speed(Clock.systemUTC()),
                properties,
                clock,
                Clock.systemUTC(),
                meters);
    }
}
