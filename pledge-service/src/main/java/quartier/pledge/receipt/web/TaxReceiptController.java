package quartier.pledge.receipt.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;
import quartier.pledge.receipt.Contributions;
import quartier.pledge.receipt.Gift;
import quartier.pledge.receipt.Identities;
import quartier.pledge.receipt.IssueTaxReceipt;
import quartier.pledge.receipt.Language;
import quartier.pledge.receipt.TaxReceipt;
import quartier.pledge.receipt.TaxReceipts;

/** Tax receipts, for those who gave. */
@RestController
final class TaxReceiptController {

    private static final IdentityForm AS_BEFORE = new IdentityForm(null, null);

    private final IssueTaxReceipt issue;
    private final TaxReceipts receipts;
    private final Contributions contributions;
    private final Identities identities;
    private final OwnPledges own;
    private final Clock clock;
    private final MeterRegistry meters;

    TaxReceiptController(
            IssueTaxReceipt issue,
            TaxReceipts receipts,
            Contributions contributions,
            Identities identities,
            OwnPledges own,
            Clock clock,
            MeterRegistry meters) {
        this.issue = issue;
        this.receipts = receipts;
        this.contributions = contributions;
        this.identities = identities;
        this.own = own;
        this.clock = clock;
        this.meters = meters;
    }

    /** Asked again it answers with the receipt that stands: 201 once, then 200. Only the backer may ask. */
    @PostMapping("/v1/pledges/{id}/tax-receipt")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<TaxReceiptJson> ask(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable IdentityForm form,
            Caller caller,
            Locale locale) {
        own.checkBacker(id, caller);
        var identity = Objects.requireNonNullElse(form, AS_BEFORE).validated();
        Gift gift = contributions.gift(id).orElseThrow(() -> new Problem(HttpStatus.CONFLICT, "nothing-paid"));
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var answer = issue.answer(new IssueTaxReceipt.Request(gift, identity, Language.of(locale), now));
        return switch (answer) {
            case IssueTaxReceipt.Answer.Issued(TaxReceipt receipt) -> {
                meters.counter("quartier.receipts.issued", "form", receipt.form())
                        .increment();
                yield ResponseEntity.created(URI.create("/v1/pledges/" + id + "/tax-receipt"))
                        .body(json(receipt));
            }
            case IssueTaxReceipt.Answer.Standing(TaxReceipt receipt) -> ResponseEntity.ok(json(receipt));
            case IssueTaxReceipt.Answer.Refused(var reason) -> {
                meters.counter("quartier.receipts.refused", "rule", reason.rule())
                        .increment();
                throw RefusalProblems.of(reason);
            }
            case IssueTaxReceipt.Answer.IdentityNeeded(Gift.Giver giver) -> throw RefusalProblems.identityNeeded(giver);
        };
    }

    @GetMapping("/v1/pledges/{id}/tax-receipt")
    @AllowedTo(Role.MEMBER)
    TaxReceiptJson show(@PathVariable String id, Caller caller) {
        return json(standing(id, caller));
    }

    @GetMapping("/v1/pledges/{id}/tax-receipt.pdf")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<byte[]> print(@PathVariable String id, Caller caller) {
        TaxReceipt receipt = standing(id, caller);
        byte[] pdf = receipts.paper(receipt).orElseThrow(() -> new Problem(HttpStatus.GONE, "receipt-erased"));
        return Download.of(receipt.number() + ".pdf", Download.PDF, pdf);
    }

    /** Forgets who the caller is on receipts; those that were issued keep what stands on them, for their time. */
    @DeleteMapping("/v1/me/receipt-identity")
    @AllowedTo(Role.MEMBER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(Caller caller) {
        identities.forget(caller.memberId());
    }

    private TaxReceipt standing(String id, Caller caller) {
        own.check(id, caller);
        return issue.standing(id).orElseThrow(Problem::notFound);
    }

    private TaxReceiptJson json(TaxReceipt receipt) {
        return TaxReceiptJson.of(receipt, receipts.cancellation(receipt.number()));
    }
}
