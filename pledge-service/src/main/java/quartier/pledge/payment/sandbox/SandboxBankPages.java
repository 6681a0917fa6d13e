package quartier.pledge.payment.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;

/**
 * The sandbox bank's own pages, where a backer approves or refuses a payment. Whoever has the unguessable address is
 * taken for the card's holder, as a bank would after its own check.
 */
@RestController
@ConditionalOnBooleanProperty("quartier.sandbox.enabled")
@RequestMapping("/sandbox/payments/{page}")
final class SandboxBankPages {

    private final SandboxPayments payments;
    private final SandboxProvider provider;
    private final SandboxBankPage html;

    SandboxBankPages(
            SandboxPayments payments, @Qualifier("rawProvider") SandboxProvider provider, SandboxBankPage html) {
        this.payments = payments;
        this.provider = provider;
        this.html = html;
    }

    @GetMapping
    @AllowedTo(Role.ANYONE)
    ResponseEntity<byte[]> show(
            @PathVariable String page,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        return page(found(page), language(lang, request));
    }

    @PostMapping("/approve")
    @AllowedTo(Role.ANYONE)
    ResponseEntity<byte[]> approve(
            @PathVariable String page,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        return decide(page, true, language(lang, request));
    }

    @PostMapping("/refuse")
    @AllowedTo(Role.ANYONE)
    ResponseEntity<byte[]> refuse(
            @PathVariable String page,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        return decide(page, false, language(lang, request));
    }

    private ResponseEntity<byte[]> decide(String page, boolean approved, Locale language) {
        SandboxPayment payment = found(page);
        provider.decide(payment, approved); // a second click changes nothing and ends in the same place
        String returnUrl = payment.returnUrl();
        return returnUrl == null
                ? page(found(page), language)
                : ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(returnUrl))
                        .build();
    }

    private ResponseEntity<byte[]> page(SandboxPayment payment, Locale language) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'")
                .body(html.of(payment, language).getBytes(StandardCharsets.UTF_8));
    }

    private SandboxPayment found(String page) {
        return payments.findByPage(page).orElseThrow(Problem::notFound);
    }

    /** What the page's own link asks for, else what the browser prefers; French when neither is English. */
    private static Locale language(@Nullable String asked, HttpServletRequest request) {
        String wanted =
                Optional.ofNullable(asked).orElseGet(() -> request.getLocale().getLanguage());
        return wanted.equals("en") ? Locale.ENGLISH : Locale.FRENCH;
    }
}
