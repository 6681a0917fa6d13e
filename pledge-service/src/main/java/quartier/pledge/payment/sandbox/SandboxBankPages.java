package quartier.pledge.payment.sandbox;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import quartier.pledge.payment.PayeeStatus;
import quartier.pledge.payment.sandbox.SandboxPayee.BankAccount;

/**
 * The sandbox bank's own pages, where a backer approves or refuses a payment, and a payee passes the identity check or
 * not. Whoever has the unguessable address is taken for the right person, as a bank would after its own check.
 */
@RestController
@ConditionalOnSandboxBank
@RequestMapping("/sandbox")
final class SandboxBankPages {

    private final SandboxPayments payments;
    private final SandboxPayouts payouts;
    private final SandboxBank bank;
    private final SandboxPayeeDesk desk;
    private final SandboxBankPage html;

    SandboxBankPages(
            SandboxPayments payments,
            SandboxPayouts payouts,
            SandboxBank bank,
            SandboxPayeeDesk desk,
            SandboxBankPage html) {
        this.payments = payments;
        this.payouts = payouts;
        this.bank = bank;
        this.desk = desk;
        this.html = html;
    }

    @GetMapping("/payments/{page}")
    @AllowedTo(Role.ANYONE)
    ResponseEntity<byte[]> show(
            @PathVariable String page,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        return page(html.of(found(page), language(lang, request)), language(lang, request));
    }

    @PostMapping("/payments/{page}/approve")
    @AllowedTo(Role.ANYONE)
    ResponseEntity<byte[]> approve(
            @PathVariable String page,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        return decide(page, true, language(lang, request));
    }

    @PostMapping("/payments/{page}/refuse")
    @AllowedTo(Role.ANYONE)
    ResponseEntity<byte[]> refuse(
            @PathVariable String page,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        return decide(page, false, language(lang, request));
    }

    @GetMapping("/payees/{page}")
    @AllowedTo(Role.ANYONE)
    ResponseEntity<byte[]> showPayee(
            @PathVariable String page,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletRequest request) {
        return page(html.of(foundPayee(page), language(lang, request)), language(lang, request));
    }

    @PostMapping("/payees/{page}/approve")
    @AllowedTo(Role.ANYONE)
    ResponseEntity<byte[]> approvePayee(
            @PathVariable String page, @RequestParam(defaultValue = "usual") String account) {
        return decidePayee(page, true, account(account));
    }

    @PostMapping("/payees/{page}/reject")
    @AllowedTo(Role.ANYONE)
    ResponseEntity<byte[]> rejectPayee(@PathVariable String page) {
        return decidePayee(page, false, BankAccount.USUAL);
    }

    private ResponseEntity<byte[]> decide(String page, boolean approved, Locale language) {
        SandboxPayment payment = found(page);
        bank.decide(payment, approved); // a second click changes nothing and ends in the same place
        String returnUrl = payment.returnUrl();
        return returnUrl == null ? page(html.of(found(page), language), language) : seeOther(returnUrl);
    }

    private ResponseEntity<byte[]> decidePayee(String page, boolean approved, BankAccount account) {
        SandboxPayee payee = foundPayee(page);
        if (payee.status() != PayeeStatus.VERIFIED) {
            desk.decide(payee, approved, account);
        }
        return seeOther(payee.returnUrl());
    }

    private static ResponseEntity<byte[]> seeOther(String url) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(url))
                .build();
    }

    private static ResponseEntity<byte[]> page(String text, Locale language) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private SandboxPayment found(String page) {
        return payments.findByPage(page).orElseThrow(Problem::notFound);
    }

    private SandboxPayee foundPayee(String page) {
        return payouts.payeeByPage(page).orElseThrow(Problem::notFound);
    }

    private static BankAccount account(String word) {
        return Arrays.stream(BankAccount.values())
                .filter(account -> account.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** What the page's own link asks for, else what the browser prefers; French when neither is English. */
    private static Locale language(@Nullable String asked, HttpServletRequest request) {
        String wanted =
                Optional.ofNullable(asked).orElseGet(() -> request.getLocale().getLanguage());
        return wanted.equals("en") ? Locale.ENGLISH : Locale.FRENCH;
    }
}
