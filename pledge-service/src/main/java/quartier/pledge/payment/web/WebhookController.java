package quartier.pledge.payment.web;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;
import quartier.pledge.checkout.Webhooks;
import quartier.pledge.payment.PaymentProvider;
import quartier.pledge.payment.ProviderEvent;
import quartier.pledge.payment.WebhookReading;

/** Where the provider tells what happened. Anyone may call; only what is signed is believed. */
@RestController
final class WebhookController {

    private static final Logger log = LoggerFactory.getLogger(WebhookController.class);

    private final PaymentProvider provider;
    private final Webhooks webhooks;
    private final Clock clock;
    private final MeterRegistry meters;

    WebhookController(PaymentProvider provider, Webhooks webhooks, Clock clock, MeterRegistry meters) {
        this.provider = provider;
        this.webhooks = webhooks;
        this.clock = clock;
        this.meters = meters;
    }

    @PostMapping("/v1/webhooks/{provider}")
    @AllowedTo(Role.ANYONE)
    ResponseEntity<Void> receive(
            @PathVariable("provider") String name, @RequestBody byte[] rawBody, HttpServletRequest request) {
        if (!name.equals(provider.name())) {
            throw Problem.notFound();
        }
        String signature = request.getHeader(provider.signatureHeader());
        return switch (provider.verifyWebhook(rawBody, signature, clock.instant())) {
            case WebhookReading.Forged forged -> {
                count("forged");
                log.warn("A webhook was refused: {}", forged.why());
                throw new Problem(HttpStatus.UNAUTHORIZED, "webhook-signature");
            }
            case WebhookReading.Unreadable unreadable -> {
                count("unreadable");
                log.error("A genuine webhook could not be read: {}", unreadable.why());
                throw new Problem(HttpStatus.BAD_REQUEST, "webhook-unreadable");
            }
            case WebhookReading.Genuine genuine -> heard(genuine.event());
        };
    }

    private ResponseEntity<Void> heard(ProviderEvent event) {
        return switch (webhooks.hear(event)) {
            case HEARD -> {
                count("heard");
                yield ResponseEntity.ok().build();
            }
            case HEARD_BEFORE -> {
                count("repeated");
                yield ResponseEntity.ok().build();
            }
            case UNKNOWN_SUBJECT -> {
                count("unknown");
                log.warn("Webhook {} is about something that nobody knows", event.id());
                yield ResponseEntity.accepted().build();
            }
            case LATER -> {
                count("later");
                throw new Problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
            }
        };
    }

    private void count(String result) {
        meters.counter("quartier.webhooks.received", "result", result).increment();
    }
}
