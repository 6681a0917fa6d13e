package quartier.pledge.receipt;

import java.util.Optional;

/** Whether the law allows a tax receipt for a gift. */
final class Eligibility {

    private static final String EUROS = "EUR";

    private Eligibility() {}

    /** The first reason against it, those that never go away before the one that does; empty when there is none. */
    static Optional<Refusal> refusal(Gift gift, Optional<Body> beneficiary, FiscalCalendar calendar) {
        var day = FiscalCalendar.dayOf(gift.paidAt());
        if (gift.kind() == Gift.Kind.LOAN) {
            return Optional.of(new Refusal.ForLoan());
        }
        if (gift.standing() instanceof Gift.Standing.GivenBack) {
            return Optional.of(new Refusal.GivenBack());
        }
        if (beneficiary.isEmpty()) {
            return Optional.of(new Refusal.WithoutMandate());
        }
        if (!beneficiary.get().mandate().covers(day)) {
            return Optional.of(new Refusal.OutsideMandate(day));
        }
        if (!gift.currency().equals(EUROS)) {
            return Optional.of(new Refusal.WrongCurrency(gift.currency()));
        }
        return tooLargeReward(gift, calendar.on(day))
                .or(() -> gift.standing() instanceof Gift.Standing.Held
                        ? Optional.of(new Refusal.NotReleased())
                        : Optional.empty());
    }

    private static Optional<Refusal> tooLargeReward(Gift gift, FiscalRules rules) {
        Gift.Reward reward = gift.reward();
        long most = rules.mostForReward(gift.amountMinorUnits());
        return reward == null || reward.waived() || reward.marketValueMinorUnits() <= most
                ? Optional.empty()
                : Optional.of(new Refusal.RewardTooLarge(reward.marketValueMinorUnits(), most));
    }
}
