package quartier.pledge.escrow.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.platform.web.Problem;
import quartier.platform.web.Problem.Field;

/**
 * What a campaign's owner repaid.
 *
 * @param reference of the transfer that brought it
 */
record RepaymentForm(@Nullable MoneyJson amount, @Nullable String reference) {

    record Valid(MoneyJson amount, String reference) {}

    /** @throws Problem 422 that names every field that is wrong */
    Valid validated() {
        List<Field> wrong = new ArrayList<>();
        Fields.checkAmount(amount, wrong);
        Fields.checkId("reference", reference, wrong);
        if (reference == null || reference.isBlank()) {
            wrong.add(Field.of("reference", "required"));
        }
        if (!wrong.isEmpty() || amount == null || reference == null) {
            throw Problem.ofFields(wrong);
        }
        return new Valid(amount, reference.strip());
    }
}
