package quartier.pledge.allowance;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.MatchRule;
import quartier.pledge.escrow.Money;

/** The fields that this service uses of support-service's allowance events. A closed one tells its ids only. */
record AllowanceChanged(
        String allowance,
        String fund,
        String campaign,
        @Nullable Amount granted,
        @Nullable Rule rule) {

    record Amount(long amount, String currency) {
        Money money() {
            return new Money(amount, currency);
        }
    }

    /** The fields of one kind. */
    record Rule(
            String kind,
            @Nullable Integer ratioBasisPoints,
            @Nullable Long fromMinorUnits,
            @Nullable Long perPledgeMinorUnits,
            @Nullable Long perBackerMinorUnits,
            @Nullable Long amountMinorUnits,
            @Nullable String trigger,
            @Nullable Long reached) {

        MatchRule matchRule() {
            return switch (kind) {
                case "proportional" ->
                    new MatchRule.Proportional(
                            requireNonNull(ratioBasisPoints, "a proportional rule has a ratio"),
                            requireNonNull(fromMinorUnits, "a proportional rule says from when"),
                            perPledgeMinorUnits,
                            perBackerMinorUnits);
                case "lump_sum" ->
                    new MatchRule.LumpSum(
                            requireNonNull(amountMinorUnits, "a lump sum has an amount"),
                            trigger(requireNonNull(trigger, "a lump sum has a trigger")),
                            requireNonNull(reached, "a lump sum says from when"));
                default -> throw new IllegalArgumentException("Unknown kind of rule: " + kind);
            };
        }

        private static MatchRule.Trigger trigger(String word) {
            return MatchRule.Trigger.valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
