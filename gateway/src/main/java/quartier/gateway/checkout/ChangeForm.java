package quartier.gateway.checkout;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartier.gateway.call.Money;
import quartier.gateway.page.Euros;
import quartier.gateway.page.FormKey;
import quartier.gateway.pledge.NewPledge;
import quartier.gateway.pledge.Pledge;
import quartier.gateway.pledge.PledgeChange;

/**
 * What a backer wants of a pledge instead.
 *
 * @param carte for what it costs more; empty for less, or for another reward
 */
record ChangeForm(
        @Nullable String montant,
        @Nullable String contrepartie,
        @Nullable String renoncer,
        @Nullable String carte,
        String idempotencyKey) {

    ChangeForm {
        idempotencyKey = FormKey.of(idempotencyKey);
    }

    static ChangeForm of(Pledge pledge) {
        return new ChangeForm(
                Euros.typed(pledge.amount()),
                pledge.tier(),
                pledge.rewardWaived() ? "oui" : null,
                null,
                FormKey.fresh());
    }

    /** For a new try, without the card. */
    ChangeForm again(String key) {
        return new ChangeForm(montant, contrepartie, renoncer, null, key);
    }

    Optional<Money> amount() {
        return Euros.parse(montant);
    }

    PledgeChange change(Money amount, boolean cardHere, String returnUrl) {
        boolean hasTier = contrepartie != null && !contrepartie.isBlank();
        return new PledgeChange(
                amount,
                hasTier ? contrepartie : null,
                hasTier && renoncer != null,
                !cardHere || carte == null || carte.isBlank() ? null : new NewPledge.Payment(carte),
                returnUrl);
    }

    public boolean isTier(String id) {
        return id.equals(contrepartie);
    }

    @Override
    public String toString() {
        return "ChangeForm[" + idempotencyKey + "]";
    }
}
