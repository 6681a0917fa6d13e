package quartier.pledge.payment.web;

import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Role;
import quartier.pledge.payment.Capabilities;
import quartier.pledge.payment.PaymentProvider;

/** What can be paid with, so that a page asks for a card only where its number may be typed. */
@RestController
final class MeansController {

    /** @param cardEntry {@code our_form} or {@code hosted_page} */
    record MeansJson(String provider, String cardEntry, List<Means> means) {

        record Means(String name, boolean slow) {}
    }

    private final PaymentProvider provider;

    MeansController(PaymentProvider provider) {
        this.provider = provider;
    }

    @GetMapping("/v1/payment-means")
    @AllowedTo(Role.ANYONE)
    MeansJson means() {
        Capabilities capabilities = provider.capabilities();
        return new MeansJson(
                provider.name(),
                capabilities.cardEntry().name().toLowerCase(Locale.ROOT),
                capabilities.means().stream()
                        .map(means -> new MeansJson.Means(means.name(), means.isSlow()))
                        .toList());
    }
}
