package quartier.pledge.escrow.journal;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param queueSize how many commands of one campaign may wait; beyond it they are refused as overload
 * @param idleAfter when a campaign's writer and its memory are given up
 * @param follow whether this process projects and publishes pages; where none does, they wait
 * @param snapshotEvery after how many events at least a campaign's next snapshot is taken
 * @param sweepEvery how often pages are looked for that were not projected or not published
 */
@Validated
@ConfigurationProperties("quartier.escrow")
public record EscrowProperties(
        @DefaultValue("1024") @Min(1) int queueSize,
        @DefaultValue("5m") Duration idleAfter,
        @DefaultValue("true") boolean follow,
        @DefaultValue("32768") @Min(1) int snapshotEvery,
        @DefaultValue("5s") Duration sweepEvery) {}
