package quartier.bench;

import com.mongodb.client.MongoDatabase;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import quartier.pledge.checkout.Decisions;
import quartier.pledge.checkout.PaymentReports;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.payment.PaymentProvider;
import quartier.pledge.settlement.VerifiedPayees;

/** The service's own settlement, as its configuration puts it together, with a provider that pays back at once. */
final class SettlingService implements AutoCloseable {

    private static final Instant NOW = Writers.DEADLINE.plus(Duration.ofDays(1));

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    SettlingService(MongoDatabase database, Escrows escrows) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        context.registerBean(MongoDatabase.class, () -> database);
        context.registerBean(Escrows.class, () -> escrows);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(Decisions.class, () -> new Decisions(escrows, Duration.ofSeconds(30)));
        context.registerBean(PaymentReports.class, () -> new PaymentReports(escrows, clock));
        context.registerBean(PaymentProvider.class, () -> new InstantProvider(clock));
        context.registerBean(RateLimiterRegistry.class, SettlingService::unlimited);
        context.registerBean(VerifiedPayees.class, () -> Optional::of);
        context.register(configuration());
    }

    void start() {
        context.refresh();
    }

    private static Class<?> configuration() {
        try {
            return Class.forName("quartier.pledge.settlement.SettlementConfiguration");
        } catch (ClassNotFoundException renamed) {
            throw new IllegalStateException(renamed);
        }
    }

    private static RateLimiterRegistry unlimited() {
        return RateLimiterRegistry.of(RateLimiterConfig.custom()
                .limitForPeriod(Integer.MAX_VALUE)
                .limitRefreshPeriod(Duration.ofSeconds(1))
                .build());
    }

    @Override
    public void close() {
        context.close();
    }
}
