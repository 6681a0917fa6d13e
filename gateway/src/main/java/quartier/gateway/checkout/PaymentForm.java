package quartier.gateway.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import quartier.gateway.call.Money;
import quartier.gateway.call.Refusal.FieldError;
import quartier.gateway.campaign.Standing;
import quartier.gateway.page.Euros;
import quartier.gateway.page.FormProblems;
import quartier.gateway.pledge.NewPledge;

/**
 * The second step's form, with the names of its fields.
 *
 * @param formule {@code don} or {@code pret}
 * @param renoncer whether the reward is not wanted
 */
record PaymentForm(
        @Nullable String montant,
        @Nullable String contrepartie,
        @Nullable String formule,
        @Nullable String renoncer,
        @Nullable String visibilite,
        @Nullable String organisation,
        @Nullable String carte,
        @Nullable String conditions,
        String idempotencyKey) {

    PaymentForm {
        idempotencyKey = idempotencyKey == null ? "" : idempotencyKey;
        visibilite = visibilite == null ? "first_name" : visibilite;
    }

    static PaymentForm fresh(Choice choice, String key) {
        String euros = choice.money().map(Euros::typed).orElse(null);
        String tier = choice.tier() == null || choice.tier().isBlank() ? null : choice.tier();
        return new PaymentForm(euros, tier, null, null, "first_name", null, null, null, key);
    }

    /** The same form for a new try, with a new key and without the card. */
    PaymentForm again(String key) {
        return new PaymentForm(
                montant, contrepartie, formule, renoncer, visibilite, organisation, null, conditions, key);
    }

    /** A loan has no reward, so a reward that was chosen makes it a gift. */
    public boolean isLoan() {
        return "pret".equals(formule) && !hasTier();
    }

    private boolean hasTier() {
        return contrepartie != null && !contrepartie.isBlank();
    }

    public Money amount() {
        return Euros.parse(montant).orElse(Money.euros(0));
    }

    /** @param cardHere whether the card is typed in this form; else the provider asks for it on its own page */
    Optional<FormProblems> wrong(Standing standing, boolean cardHere, MessageSource messages) {
        List<FieldError> errors = new ArrayList<>();
        Locale locale = LocaleContextHolder.getLocale();
        new Choice(contrepartie, montant, null)
                .wrong(standing)
                .ifPresent(key -> errors.add(new FieldError("amount", key, messages.getMessage(key, null, locale))));
        if (cardHere && (carte == null || carte.isBlank())) {
            String key = "checkout.wrong.card";
            errors.add(new FieldError("payment.card", key, messages.getMessage(key, null, locale)));
        }
        if (conditions == null) {
            String key = "checkout.wrong.terms";
            errors.add(new FieldError("terms", key, messages.getMessage(key, null, locale)));
        }
        return errors.isEmpty()
                ? Optional.empty()
                : Optional.of(new FormProblems(
                        messages.getMessage("checkout.wrong.title", null, locale),
                        messages.getMessage("checkout.wrong.detail", null, locale),
                        errors));
    }

    NewPledge pledge(String campaign, boolean cardHere, String returnUrl) {
        return new NewPledge(
                campaign,
                amount(),
                hasTier() ? contrepartie : null,
                isLoan() ? "loan" : "gift",
                hasTier() && renoncer != null,
                visibilite == null ? "first_name" : visibilite,
                organisation == null || organisation.isBlank() ? null : organisation,
                cardHere ? new NewPledge.Payment(carte == null ? "" : carte) : null,
                returnUrl);
    }

    @Override
    public String toString() {
        return "PaymentForm[" + idempotencyKey + "]";
    }
}
