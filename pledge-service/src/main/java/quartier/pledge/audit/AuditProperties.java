package quartier.pledge.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param every how long after the last audit the next one is due, over all replicas; zero audits only when asked
 * @param fullEvery how long after the last full audit the next one reads everything again
 */
@Validated
@ConfigurationProperties("quartier.audit")
record AuditProperties(
        @DefaultValue("15m") Duration every,
        @DefaultValue("1d") Duration fullEvery) {}
