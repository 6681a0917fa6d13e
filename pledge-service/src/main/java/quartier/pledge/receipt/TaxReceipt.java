package quartier.pledge.receipt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A receipt in the register: what is kept of it when its paper, which names the giver, is erased.
 *
 * @param pdfSha256 of the paper, in hexadecimal
 * @param dataSha256 of its data, in hexadecimal
 */
public record TaxReceipt(
        ReceiptNumber number,
        String pledge,
        int edition,
        @Nullable ReceiptNumber replaces,
        String campaign,
        String backer,
        String form,
        long amountMinorUnits,
        String currency,
        Instant paidAt,
        Instant issuedAt,
        String pdfSha256,
        String dataSha256) {}
