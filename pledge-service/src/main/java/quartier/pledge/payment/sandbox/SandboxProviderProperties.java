package quartier.pledge.payment.sandbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param database the sandbox provider's own, beside the service's
 * @param webhookSecret signs the webhooks; both sides read it here
 * @param bankPages where a browser reaches the bank's pages: the gateway
 * @param lateAfter how long the late card lets its webhook wait, in real time
 * @param silence how long the card that never answers keeps its caller waiting
 * @param failingRefunds how many attempts to refund the refund-failure card fail before one succeeds; the same for
 *     payouts to a payee whose account fails
 * @param disputedAfter how long after its capture a disputed card is disputed, and then decided, by the sandbox's clock
 * @param debitedAfter how long a debit of an account takes, by the sandbox's clock
 * @param reversibleFor how long a debit may be taken back from then on
 * @param returnedAfter how long a payout to an account that sends it back stays there, by the sandbox's clock
 * @param feeBasisPoints what the bank keeps of each payment, besides {@code feeMinorUnits}
 * @param disputeFeeMinorUnits what a dispute costs
 * @param webhooks false: the bank tells nothing, as if every webhook were lost
 */
@Validated
@ConfigurationProperties("quartier.payment.sandbox")
record SandboxProviderProperties(
        @DefaultValue("sandbox-psp") @NotBlank String database,
        @NotBlank @Size(min = 16) String webhookSecret,
        @DefaultValue("http://localhost:8080") URI bankPages,
        @DefaultValue("2s") Duration lateAfter,
        @DefaultValue("60s") Duration silence,
        @DefaultValue("3") @Positive int failingRefunds,
        @DefaultValue("3d") Duration disputedAfter,
        @DefaultValue("5d") Duration debitedAfter,
        @DefaultValue("56d") Duration reversibleFor,
        @DefaultValue("2d") Duration returnedAfter,
        @DefaultValue("0") @PositiveOrZero @Max(10_000) int feeBasisPoints,
        @DefaultValue("0") @PositiveOrZero long feeMinorUnits,
        @DefaultValue("0") @PositiveOrZero long disputeFeeMinorUnits,
        @DefaultValue("true") boolean webhooks) {

    /** Half a cent up, and never more than the payment. */
    long feeOf(long minorUnits) {
        long share = BigDecimal.valueOf(minorUnits)
                .multiply(BigDecimal.valueOf(feeBasisPoints))
                .divide(BigDecimal.valueOf(10_000), 0, RoundingMode.HALF_UP)
                .longValueExact();
        return Math.min(minorUnits, Math.addExact(share, feeMinorUnits));
    }
}
