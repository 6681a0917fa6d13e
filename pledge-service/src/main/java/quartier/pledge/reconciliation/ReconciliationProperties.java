package quartier.pledge.reconciliation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param every how often statement and ledger are compared, in real time */
@Validated
@ConfigurationProperties("quartier.reconciliation")
record ReconciliationProperties(@DefaultValue("15m") Duration every) {}
