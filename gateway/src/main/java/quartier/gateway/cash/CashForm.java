package quartier.gateway.cash;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;
import quartier.gateway.page.Euros;
import quartier.gateway.page.FormKey;
import quartier.gateway.pledge.Cash;

/** @param nom of the giver, if they want to be shown */
record CashForm(
        @Nullable String montant,
        @Nullable String contrepartie,
        @Nullable String nom,
        String visibilite,
        String idempotencyKey) {

    CashForm {
        visibilite = visibilite == null ? "anonymous" : visibilite;
        idempotencyKey = FormKey.of(idempotencyKey);
    }

    static CashForm empty() {
        return new CashForm(null, null, null, "anonymous", FormKey.fresh());
    }

    CashForm again(String key) {
        return new CashForm(montant, contrepartie, nom, visibilite, key);
    }

    Optional<Cash.Entry> entry() {
        return Euros.parse(montant).map(this::entry);
    }

    private Cash.Entry entry(Money amount) {
        return new Cash.Entry(amount, unlessBlank(contrepartie), visibilite, unlessBlank(nom));
    }

    private static @Nullable String unlessBlank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    @Override
    public String toString() {
        return "CashForm[" + idempotencyKey + "]";
    }
}
