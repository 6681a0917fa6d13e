package quartier.pledge.risk.mongo;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import quartier.pledge.risk.Rule;

/**
 * @param enabled without it nothing is counted and everybody is let through
 * @param rules looked at for each attempt to pay
 * @param keyLasts after which members, addresses and cards are hashed under a new key
 * @param sweepEvery how often what has expired is deleted, in real time
 */
@Validated
@ConfigurationProperties("quartier.risk")
public record RiskProperties(
        @DefaultValue("true") boolean enabled,
        List<Rule> rules,
        @DefaultValue("24h") Duration keyLasts,
        @DefaultValue("1m") Duration sweepEvery) {

    public RiskProperties {
        rules = rules == null || !enabled ? List.of() : List.copyOf(rules);
        if (keyLasts.toMillis() < 1000) {
            throw new IllegalArgumentException("quartier.risk.key-lasts is at least a second");
        }
    }

    Duration longestWindow() {
        return rules.stream().map(Rule::window).max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
