package quartier.pledge.settlement;

import com.mongodb.client.MongoDatabase;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import quartier.pledge.checkout.Decisions;
import quartier.pledge.checkout.PaymentReports;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.payment.PaymentProvider;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SettlementProperties.class)
class SettlementConfiguration {

    /** Its limits stand under {@code resilience4j.ratelimiter.instances.settlement}. */
    private static final String RATE = "settlement";

    @Bean
    PausedRuns pausedRuns(MongoDatabase database, SettlementProperties properties) {
        return new PausedRuns(database, properties.sweepEvery(), Clock.systemUTC());
    }

    @Bean
    Speed settlementSpeed() {
        return new Speed(Clock.systemUTC());
    }

    @Bean
    SettlementRunner settlementRunner(
            Escrows escrows,
            PausedRuns pausedRuns,
            RateLimiterRegistry rates,
            Speed speed,
            Decisions decisions,
            PaymentReports reports,
            PaymentProvider provider,
            VerifiedPayees payees,
            SettlementProperties properties,
            Clock clock,
            MeterRegistry meters) {
        var settlement = new Settlement(decisions, reports, provider, payees, clock, properties.tries(), meters);
        return new SettlementRunner(
                escrows,
                settlement,
                pausedRuns,
                rates.rateLimiter(RATE),
                speed,
                properties,
                clock,
                Clock.systemUTC(),
                meters);
    }
}
