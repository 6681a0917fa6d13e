package quartier.gateway.call;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpStatusCode;

/** One circuit breaker for each service, shared by the API's routes and by the pages: what one learns, both know. */
public final class Breakers {

    private final CircuitBreakerRegistry registry;
    private final Duration openFor;

    Breakers(CircuitBreakerRegistry registry, Duration openFor) {
        this.registry = registry;
        this.openFor = openFor;
    }

    /** What a caller is told to wait before the next try. */
    public Duration retryAfter() {
        return openFor;
    }

    /** The right to one call, whose outcome must be said; empty-handed while the breaker is open. */
    public Attempt attempt(Service service) throws ServiceUnavailable {
        CircuitBreaker breaker = registry.circuitBreaker(service.segment());
        if (!breaker.tryAcquirePermission()) {
            throw new ServiceUnavailable(service, new IOException("the breaker is open"));
        }
        return new Attempt(breaker, breaker.getCurrentTimestamp());
    }

    /** One call under way. */
    public static final class Attempt {
        private final CircuitBreaker breaker;
        private final long startedAt;

        private Attempt(CircuitBreaker breaker, long startedAt) {
            this.breaker = breaker;
            this.startedAt = startedAt;
        }

        /** 503 is a service that protects itself: it lives, and the breaker stays closed. */
        public void answered(HttpStatusCode status) {
            if (status.is5xxServerError() && status.value() != 503) {
                failed(new IOException("answered " + status.value()));
            } else {
                breaker.onSuccess(elapsed(), breaker.getTimestampUnit());
            }
        }

        public void failed(Throwable cause) {
            breaker.onError(elapsed(), breaker.getTimestampUnit(), cause);
        }

        /** The call was not made, or failed for a reason that is the caller's. */
        public void notCounted() {
            breaker.releasePermission();
        }

        private long elapsed() {
            return breaker.getCurrentTimestamp() - startedAt;
        }
    }
}
