package quartier.pledge.payment.resilience;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import quartier.pledge.payment.PaymentProvider;

/** The one provider that the rest of the service sees; limits stand under {@code resilience4j.*.instances.provider}. */
@Configuration(proxyBeanMethods = false)
class GuardConfiguration {

    private static final String INSTANCE = "provider";

    @Bean
    GuardedProvider paymentProvider(
            @Qualifier("rawProvider") ObjectProvider<PaymentProvider> raw,
            CircuitBreakerRegistry breakers,
            TimeLimiterRegistry limiters,
            RetryRegistry retries) {
        PaymentProvider provider = raw.getIfAvailable();
        if (provider == null) {
            throw new IllegalStateException("No payment provider is configured. In a sandbox, set"
                    + " quartier.sandbox.enabled=true; for real money, set quartier.payment.provider=stripe and its"
                    + " keys.");
        }
        return new GuardedProvider(
                provider,
                breakers.circuitBreaker(INSTANCE),
                limiters.timeLimiter(INSTANCE),
                retries.retry(INSTANCE),
                Executors.newVirtualThreadPerTaskExecutor());
    }
}
