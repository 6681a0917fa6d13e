package quartier.pledge.escrow.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param confirmWithin how long cash that was entered waits for a second person */
@Validated
@ConfigurationProperties("quartier.offline")
record OfflineProperties(@DefaultValue("7d") Duration confirmWithin) {}
