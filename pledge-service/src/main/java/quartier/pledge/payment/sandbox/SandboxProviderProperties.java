package quartier.pledge.payment.sandbox;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
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
 * @param failingRefunds how many attempts to refund the refund-failure card fail before one succeeds
 */
@Validated
@ConfigurationProperties("quartier.payment.sandbox")
record SandboxProviderProperties(
        @DefaultValue("sandbox-psp") @NotBlank String database,
        @NotBlank @Size(min = 16) String webhookSecret,
        @DefaultValue("http://localhost:8080") URI bankPages,
        @DefaultValue("2s") Duration lateAfter,
        @DefaultValue("60s") Duration silence,
        @DefaultValue("3") @Positive int failingRefunds) {}
