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
 * @param hold how long money is set aside for a backer who pays; a page stands as long, or for the least that Stripe allows
 * @param pageLabel what Stripe's page says is paid for
 * @param readTimeout less than the guard's limit, so that a connection does not outlive its caller
 */
@Validated
@ConfigurationProperties("quartier.payment.stripe")
record StripeProperties(
        @NotBlank(message = "is missing: the key of the platform's Stripe account (sk_…)")
        String secretKey,

        @NotBlank(message = "is missing: the signing secret of Stripe's webhook endpoint (whsec_…)")
        String webhookSecret,

        @DefaultValue("https://api.stripe.com") URI apiBase,
        @DefaultValue("FR") @Pattern(regexp = "[A-Z]{2}") String country,
        @DefaultValue("http://localhost:8080") URI returnUrl,
        @DefaultValue("false") boolean debits,
        @DefaultValue("14d") Duration debitedWithin,
        @DefaultValue("56d") Duration reversibleFor,
        @DefaultValue("15m") Duration hold,
        @DefaultValue("Quartier") String pageLabel,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("7s") Duration readTimeout) {

    private static final Duration SHORTEST_PAGE = Duration.ofMinutes(30);
    /** The clocks differ, and Stripe refuses what is a moment too short. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(1);

    /** Longer than a usual hold: money that comes after its end is booked as late, and goes back. */
    Duration pageStands() {
        return (hold.compareTo(SHORTEST_PAGE) < 0 ? SHORTEST_PAGE : hold).plus(ON_ITS_WAY);
    }

    @Override
    public String toString() {
        return "StripeProperties[apiBase=" + apiBase + ", country=" + country + "]";
    }
}
