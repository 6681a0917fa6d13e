package quartier.pledge.escrow.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import quartier.platform.web.Problem.Field;
import quartier.pledge.payment.Capabilities.CardEntry;

/**
 * What a backer pays with: a card where our own form takes it, a token of the provider's, or neither, and then the
 * provider asks on its own page. Where there is such a page no number of a card is ever taken.
 */
record PaymentChoice(@Nullable String card, @Nullable String token) {

    private static final PaymentChoice ON_THE_PROVIDERS_PAGE = new PaymentChoice(null, null);

    /** Adds what is wrong to the list. */
    static PaymentChoice of(PledgeForm.@Nullable Payment payment, CardEntry entry, List<Field> wrong) {
        return switch (entry) {
            case OUR_FORM -> {
                if (payment != null && payment.token() != null) {
                    wrong.add(Field.of("payment.token", "token-not-taken"));
                }
                yield new PaymentChoice(Fields.card(payment, wrong), null);
            }
            case HOSTED_PAGE -> {
                if (payment != null && payment.card() != null) {
                    wrong.add(Field.of("payment.card", "card-not-taken"));
                }
                yield payment == null || payment.token() == null
                        ? ON_THE_PROVIDERS_PAGE
                        : new PaymentChoice(null, Fields.token(payment.token(), wrong));
            }
        };
    }

    /** What the provider is given; null where it asks by itself. */
    @Nullable
    String method() {
        return card == null ? token : card;
    }

    /** Recognises the same request again. Of a card it has the last four digits only, which may be kept. */
    String fingerprint() {
        return card == null ? Objects.requireNonNullElse(token, "page") : card.substring(card.length() - 4);
    }

    @Override
    public String toString() {
        return "PaymentChoice[]"; // neither is ever logged
    }
}
