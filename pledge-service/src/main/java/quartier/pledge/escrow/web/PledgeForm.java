package quartier.pledge.escrow.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.platform.web.IdempotencyKey;
import quartier.platform.web.Problem;
import quartier.platform.web.Problem.Field;
import quartier.pledge.escrow.Visibility;
import quartier.pledge.payment.Capabilities.CardEntry;

/** The body of a request to pledge, as it comes: everything may be missing. */
record PledgeForm(
        @Nullable String campaign,
        @Nullable MoneyJson amount,
        @Nullable String tier,
        @Nullable String kind,
        @Nullable Boolean rewardWaived,
        @Nullable String visibility,
        @Nullable String organisation,
        @Nullable Payment payment,
        @Nullable String returnUrl) {

    record Payment(@Nullable String card, @Nullable String token) {
        @Override
        public String toString() {
            return "Payment[]"; // a card's number is never logged
        }
    }

    /** The form after its checks. What the amount may be, the escrow decides. */
    record Valid(
            String campaign,
            MoneyJson amount,
            @Nullable String tier,
            boolean loan,
            boolean rewardWaived,
            Visibility visibility,
            @Nullable String organisation,
            PaymentChoice payment,
            @Nullable URI returnUrl) {

        /** Recognises the same request again. */
        String fingerprint() {
            return IdempotencyKey.fingerprint(String.join(
                    "\n",
                    campaign,
                    amount.amount() + amount.currency(),
                    "tier " + tier + (rewardWaived ? " waived" : ""),
                    loan ? "loan" : "gift",
                    visibility.name(),
                    "organisation " + organisation,
                    payment.fingerprint(),
                    "return " + returnUrl));
        }

        @Override
        public String toString() {
            return "Valid[campaign=" + campaign + ", amount=" + amount + "]";
        }
    }

    /** @throws Problem 422 that names every field that is wrong */
    Valid validated(CardEntry entry) {
        List<Field> wrong = new ArrayList<>();
        if (campaign == null || campaign.isBlank() || Fields.isTooLong(campaign)) {
            wrong.add(Field.of("campaign", "required"));
        }
        Fields.checkAmount(amount, wrong);
        Fields.checkId("tier", tier, wrong);
        Fields.checkId("organisation", organisation, wrong);
        boolean loan = "loan".equals(kind);
        if (kind != null && !loan && !"gift".equals(kind)) {
            wrong.add(Field.of("kind", "kind"));
        }
        boolean waived = Boolean.TRUE.equals(rewardWaived);
        if (waived && tier == null) {
            wrong.add(Field.of("rewardWaived", "reward-waived"));
        }
        Visibility seen = Fields.visibility(visibility, wrong);
        PaymentChoice choice = PaymentChoice.of(payment, entry, wrong);
        URI back = Fields.returnUrl(returnUrl, wrong);
        if (!wrong.isEmpty() || campaign == null || amount == null) {
            throw Problem.ofFields(wrong);
        }
        return new Valid(campaign, amount, tier, loan, waived, seen, organisation, choice, back);
    }
}
