package quartier.gateway.operation;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartier.gateway.page.Euros;
import quartier.gateway.page.FormKey;
import quartier.gateway.pledge.Operations;

/**
 * What an owner has repaid, as the operator types it from the statement.
 *
 * @param jour the day on the statement
 */
record RepaymentForm(
        @Nullable String montant,
        @Nullable String jour,
        @Nullable String reference,
        String idempotencyKey) {

    RepaymentForm {
        idempotencyKey = FormKey.of(idempotencyKey);
    }

    static RepaymentForm empty() {
        return new RepaymentForm(null, null, null, FormKey.fresh());
    }

    RepaymentForm again(String key) {
        return new RepaymentForm(montant, jour, reference, key);
    }

    Optional<Operations.Repayment> repayment() {
        return Euros.parse(montant)
                .map(amount -> new Operations.Repayment(
                        amount, Objects.requireNonNullElse(jour, ""), Objects.requireNonNullElse(reference, "")));
    }
}
