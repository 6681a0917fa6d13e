package quartier.pledge.escrow.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.platform.web.IdempotencyKey;
import quartier.platform.web.Problem;
import quartier.platform.web.Problem.Field;
import quartier.pledge.escrow.Visibility;

/**
 * Cash that was handed over at a meeting.
 *
 * @param name of the giver, if they want to be shown; kept apart
 */
record OfflineForm(
        @Nullable MoneyJson amount,
        @Nullable String tier,
        @Nullable Boolean rewardWaived,
        @Nullable String visibility,
        @Nullable String name) {

    record Valid(
            MoneyJson amount,
            @Nullable String tier,
            boolean rewardWaived,
            Visibility visibility,
            @Nullable String name) {

        String fingerprint(String campaign) {
            return IdempotencyKey.fingerprint(String.join(
                    "\n",
                    campaign,
                    amount.amount() + amount.currency(),
                    "tier " + tier + (rewardWaived ? " waived" : ""),
                    visibility.name(),
                    "name " + name));
        }

        @Override
        public String toString() {
            return "Valid[amount=" + amount + "]";
        }
    }

    /** @throws Problem 422 that names every field that is wrong */
    Valid validated() {
        List<Field> wrong = new ArrayList<>();
        Fields.checkAmount(amount, wrong);
        Fields.checkId("tier", tier, wrong);
        Fields.checkId("name", name, wrong);
        boolean waived = Boolean.TRUE.equals(rewardWaived);
        if (waived && tier == null) {
            wrong.add(Field.of("rewardWaived", "reward-waived"));
        }
        Visibility seen = Fields.visibility(visibility, wrong);
        if (seen != Visibility.ANONYMOUS && (name == null || name.isBlank())) {
            wrong.add(Field.of("name", "required"));
        }
        if (!wrong.isEmpty() || amount == null) {
            throw Problem.ofFields(wrong);
        }
        return new Valid(
                amount, tier, waived, seen, seen == Visibility.ANONYMOUS || name == null ? null : name.strip());
    }

    @Override
    public String toString() {
        return "OfflineForm[amount=" + amount + "]";
    }
}
