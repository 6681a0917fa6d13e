package quartier.pledge.launch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param closingLimit how long after the deadline a campaign waits for payments that are not known; frozen at launch */
@Validated
@ConfigurationProperties("quartier.launch")
record LaunchProperties(@DefaultValue("72h") Duration closingLimit) {}
