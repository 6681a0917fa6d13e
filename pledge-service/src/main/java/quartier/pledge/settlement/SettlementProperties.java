package quartier.pledge.settlement;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param sweepEvery how often campaigns with something due are looked for, in real time
 * @param atOnce provider requests under way at the same time, over all campaigns
 * @param tries how often a refund or payout that the provider refuses is tried before it is reported as failed
 * @param firstPause before the first repetition; each further one waits twice as long
 * @param longestPause the most that a repetition waits
 */
@Validated
@ConfigurationProperties("quartier.settlement")
record SettlementProperties(
        @DefaultValue("500ms") Duration sweepEvery,
        @DefaultValue("32") @Positive int atOnce,
        @DefaultValue("3") @Positive @Max(20) int tries,
        @DefaultValue("500ms") Duration firstPause,
        @DefaultValue("30s") Duration longestPause) {}
