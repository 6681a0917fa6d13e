package quartier.pledge.receipt;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * All that stands on a tax receipt, as of its issue. What changes later, a body's address or the law, does not change it.
 *
 * @param edition 0 for the first of its gift; each further one replaces the one before
 * @param replaces the cancelled receipt in whose place this one comes
 * @param form the number of the form whose wording it has
 * @param givenOn the day of the payment
 */
public record ReceiptContent(
        ReceiptNumber number,
        int edition,
        @Nullable ReceiptNumber replaces,
        String form,
        Gift gift,
        Identity giver,
        Body body,
        FiscalRules rules,
        LocalDate givenOn,
        String amountInWords,
        Instant issuedAt,
        Language language) {

    public LocalDate issuedOn() {
        return FiscalCalendar.dayOf(issuedAt);
    }
}
