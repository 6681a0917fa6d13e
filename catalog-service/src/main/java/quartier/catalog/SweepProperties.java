package quartier.catalog;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param every how often what time alone brings is looked for */
@Validated
@ConfigurationProperties("quartier.sweep")
record SweepProperties(@DefaultValue("15m") Duration every) {}
