package quartier.pledge.receipt.web;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartier.pledge.receipt.Cancellation;
import quartier.pledge.receipt.ReceiptNumber;
import quartier.pledge.receipt.TaxReceipt;

/**
 * A tax receipt's entry in the register. Who gave stands on the paper alone.
 *
 * @param sha256 of the PDF's bytes, in hexadecimal
 */
record TaxReceiptJson(
        String number,
        String body,
        String pledge,
        String campaign,
        String form,
        MoneyJson amount,
        Instant paidAt,
        Instant issuedAt,
        @Nullable String replaces,
        String sha256,
        String pdf,
        @Nullable CancellationJson cancelled) {

    record CancellationJson(Instant at, String reason) {}

    static TaxReceiptJson of(TaxReceipt receipt, Optional<Cancellation> cancellation) {
        ReceiptNumber replaces = receipt.replaces();
        return new TaxReceiptJson(
                receipt.number().toString(),
                receipt.number().body(),
                receipt.pledge(),
                receipt.campaign(),
                receipt.form(),
                new MoneyJson(receipt.amountMinorUnits(), receipt.currency()),
                receipt.paidAt(),
                receipt.issuedAt(),
                replaces == null ? null : replaces.toString(),
                receipt.pdfSha256(),
                "/v1/pledges/" + receipt.pledge() + "/tax-receipt.pdf",
                cancellation
                        .map(found -> new CancellationJson(found.at(), found.reason()))
                        .orElse(null));
    }
}
