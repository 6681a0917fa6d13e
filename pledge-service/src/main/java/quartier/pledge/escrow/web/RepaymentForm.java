package quartier.pledge.escrow.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.platform.web.Problem;
import quartier.platform.web.Problem.Field;

/**
 * What a campaign's owner repaid.
 *
 * @param reference of the transfer that brought it
 * @param receivedOn the day of it on the statement, as 2026-11-29
 */
record RepaymentForm(
        @Nullable MoneyJson amount,
        @Nullable String reference,
        @Nullable String receivedOn) {

    record Valid(
            MoneyJson amount, String reference, @Nullable LocalDate receivedOn) {}

    /**
     * @param today nothing has been received later
     * @throws Problem 422 that names every field that is wrong
     */
    Valid validated(LocalDate today) {
        List<Field> wrong = new ArrayList<>();
        Fields.checkAmount(amount, wrong);
        Fields.checkId("reference", reference, wrong);
        if (reference == null || reference.isBlank()) {
            wrong.add(Field.of("reference", "required"));
        }
        LocalDate day = day(today, wrong);
        if (!wrong.isEmpty() || amount == null || reference == null) {
            throw Problem.ofFields(wrong);
        }
        return new Valid(amount, reference.strip(), day);
    }

    private @Nullable LocalDate day(LocalDate today, List<Field> wrong) {
        if (receivedOn == null || receivedOn.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(receivedOn.strip());
            if (day.isAfter(today)) {
                wrong.add(Field.of("receivedOn", "day-to-come"));
            }
            return day;
        } catch (DateTimeParseException noDay) {
            wrong.add(Field.of("receivedOn", "day"));
            return null;
        }
    }
}
