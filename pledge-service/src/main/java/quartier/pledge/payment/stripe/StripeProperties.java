package quartier.pledge.payment.stripe;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param secretKey of the platform's account; from the environment or a secret store, never from a file in the repository
 * @param webhookSecret signs the webhooks of the platform's own endpoint
 * @param country of payees that register, ISO 3166-1
 * @param returnUrl where a backer goes after the bank's page if the request names nothing else
 * @param debits whether accounts may be debited (SEPA), besides cards
 * @param reversibleFor how long a debit may be taken back: eight weeks by the SEPA Direct Debit Core rulebook
 * @param readTimeout less than the guard's limit, so that a connection does not outlive its caller
 */
@Validated
@ConfigurationProperties("quartier.payment.stripe")
record StripeProperties(
        @NotBlank String secretKey,
        @NotBlank String webhookSecret,
        @DefaultValue("https://api.stripe.com") URI apiBase,
        @DefaultValue("FR") @Pattern(regexp = "[A-Z]{2}") String country,
        @DefaultValue("http://localhost:8080") URI returnUrl,
        @DefaultValue("false") boolean debits,
        @DefaultValue("14d") Duration debitedWithin,
        @DefaultValue("56d") Duration reversibleFor,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("7s") Duration readTimeout) {

    @Override
    public String toString() {
        return "StripeProperties[apiBase=" + apiBase + ", country=" + country + "]";
    }
}
