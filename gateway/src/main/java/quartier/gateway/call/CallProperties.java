package quartier.gateway.call;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The limits of calls to services. Time-outs of one connection and one answer stand under {@code spring.http.clients}.
 *
 * @param partTimeout how long a page waits for its optional parts, all of them together
 * @param maxBody the largest request body, for pages and for the API
 */
@Validated
@ConfigurationProperties("quartier.calls")
public record CallProperties(
        @NotNull Duration partTimeout,
        @NotNull DataSize maxBody,
        @Min(1) int poolTotal,
        @Min(1) int poolPerService,
        @Valid @NotNull Breaker breaker) {

    /**
     * A service's circuit breaker.
     *
     * @param failurePercent of the last {@code windowCalls} calls, from which the breaker opens
     * @param minimumCalls before the percentage means anything
     * @param openFor how long the service is left alone
     */
    public record Breaker(
            @Min(1) @Max(100) int failurePercent,
            @Min(1) int windowCalls,
            @Min(1) int minimumCalls,
            @NotNull Duration openFor) {}
}
