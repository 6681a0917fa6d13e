package quartier.pledge.escrow.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.platform.web.IdempotencyKey;
import quartier.platform.web.Problem;
import quartier.platform.web.Problem.Field;
import quartier.pledge.escrow.PledgeView;
import quartier.pledge.payment.Capabilities.CardEntry;

/** The body of a request to change a pledge: what it is to be afterwards, and what pays the difference. */
record ChangeForm(
        @Nullable MoneyJson amount,
        @Nullable String tier,
        @Nullable Boolean rewardWaived,
        PledgeForm.@Nullable Payment payment,
        @Nullable String returnUrl) {

    /** @param payment of the difference; null where there is none to pay */
    record Valid(
            MoneyJson amount,
            @Nullable String tier,
            boolean rewardWaived,
            @Nullable PaymentChoice payment,
            @Nullable URI returnUrl) {

        /** Recognises the same request again. */
        String fingerprint() {
            return IdempotencyKey.fingerprint(String.join(
                    "\n",
                    amount.amount() + amount.currency(),
                    "tier " + tier + (rewardWaived ? " waived" : ""),
                    "card " + (payment == null ? null : payment.fingerprint()),
                    "return " + returnUrl));
        }

        @Override
        public String toString() {
            return "Valid[amount=" + amount + "]";
        }
    }

    /**
     * @param pledge as it is now: more than it is to be paid
     * @throws Problem 422 that names every field that is wrong
     */
    Valid validated(PledgeView pledge, CardEntry entry) {
        List<Field> wrong = new ArrayList<>();
        Fields.checkAmount(amount, wrong);
        Fields.checkId("tier", tier, wrong);
        boolean waived = Boolean.TRUE.equals(rewardWaived);
        if (waived && tier == null) {
            wrong.add(Field.of("rewardWaived", "reward-waived"));
        }
        boolean more = amount != null && amount.amount() > pledge.promise().amountMinorUnits();
        PaymentChoice choice = more || payment != null ? PaymentChoice.of(payment, entry, wrong) : null;
        URI back = Fields.returnUrl(returnUrl, wrong);
        if (!wrong.isEmpty() || amount == null) {
            throw Problem.ofFields(wrong);
        }
        return new Valid(amount, tier, waived, choice, back);
    }
}
