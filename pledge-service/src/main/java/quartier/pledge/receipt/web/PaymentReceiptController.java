package quartier.pledge.receipt.web;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Caller;
import quartier.platform.security.Role;
import quartier.platform.web.Problem;
import quartier.pledge.backer.BackerNames;
import quartier.pledge.receipt.Contributions;
import quartier.pledge.receipt.Language;
import quartier.pledge.receipt.PaymentReceipt;
import quartier.pledge.receipt.Printer;
import quartier.pledge.supporter.Supporters;

/** What a backer paid and got back, at once and at any time. */
@RestController
final class PaymentReceiptController {

    private final Contributions contributions;
    private final OwnPledges own;
    private final Printer printer;
    private final BackerNames members;
    private final Supporters supporters;

    PaymentReceiptController(
            Contributions contributions, OwnPledges own, Printer printer, BackerNames members, Supporters supporters) {
        this.contributions = contributions;
        this.own = own;
        this.printer = printer;
        this.members = members;
        this.supporters = supporters;
    }

    @GetMapping("/v1/pledges/{id}/payment-receipt")
    @AllowedTo(Role.MEMBER)
    PaymentReceiptJson show(@PathVariable String id, Caller caller) {
        return PaymentReceiptJson.of(paid(id, caller));
    }

    @GetMapping("/v1/pledges/{id}/payment-receipt.pdf")
    @AllowedTo(Role.MEMBER)
    ResponseEntity<byte[]> print(@PathVariable String id, Caller caller, Locale locale) {
        PaymentReceipt receipt = paid(id, caller);
        return Download.of(
                "quartier-" + id + ".pdf",
                Download.PDF,
                printer.paymentReceipt(receipt, nameOf(receipt), Language.of(locale)));
    }

    private PaymentReceipt paid(String id, Caller caller) {
        own.check(id, caller);
        return contributions.payment(id).orElseThrow(() -> new Problem(HttpStatus.CONFLICT, "nothing-paid"));
    }

    private String nameOf(PaymentReceipt receipt) {
        String organisation = receipt.organisation();
        return organisation == null
                ? members.of(List.of(receipt.backer())).getOrDefault(receipt.backer(), "–")
                : supporters.namesOf(List.of(organisation)).getOrDefault(organisation, organisation);
    }
}
