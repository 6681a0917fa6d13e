package quartier.pledge.escrow.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.platform.web.IdempotencyKey;
import quartier.platform.web.Problem;
import quartier.platform.web.Problem.Field;
import quartier.pledge.escrow.PledgeView;

/** The body of a request to change a pledge: what it is to be afterwards, and what pays the difference. */
record ChangeForm(
        @Nullable MoneyJson amount,
        @Nullable String tier,
        @Nullable Boolean rewardWaived,
        PledgeForm.@Nullable Payment payment,
        @Nullable String returnUrl) {

    /** @param card that pays the difference; null where none was given */
    record Valid(
            MoneyJson amount,
            @Nullable String tier,
            boolean rewardWaived,
            @Nullable String card,
            @Nullable URI returnUrl) {

        /** Recognises the same request again; of the card it has the last four digits only. */
        String fingerprint() {
            return IdempotencyKey.fingerprint(String.join(
                    "\n",
                    amount.amount() + amount.currency(),
                    "tier " + tier + (rewardWaived ? " waived" : ""),
                    "card " + (card == null ? null : card.substring(card.length() - 4)),
                    "return " + returnUrl));
        }

        @Override
        public String toString() {
            return "Valid[amount=" + amount + "]";
        }
    }

    /**
     * @param pledge as it is now: more than it costs a card
     * @throws Problem 422 that names every field that is wrong
     */
    Valid validated(PledgeView pledge) {
        List<Field> wrong = new ArrayList<>();
        Fields.checkAmount(amount, wrong);
        Fields.checkId("tier", tier, wrong);
        boolean waived = Boolean.TRUE.equals(rewardWaived);
        if (waived && tier == null) {
            wrong.add(Field.of("rewardWaived", "reward-waived"));
        }
        boolean more = amount != null && amount.amount() > pledge.promise().amountMinorUnits();
        String card = more || payment != null ? Fields.card(payment, wrong) : null;
        URI back = Fields.returnUrl(returnUrl, wrong);
        if (!wrong.isEmpty() || amount == null) {
            throw Problem.ofFields(wrong);
        }
        return new Valid(amount, tier, waived, card, back);
    }
}
