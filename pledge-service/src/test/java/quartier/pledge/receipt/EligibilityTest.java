package quartier.pledge.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static quartier.pledge.receipt.Gifts.RELEASED;
import static quartier.pledge.receipt.Gifts.calendar;
import static quartier.pledge.receipt.Gifts.gift;
import static quartier.pledge.receipt.Gifts.someBody;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EligibilityTest {

    private static final Gift.Standing HELD = new Gift.Standing.Held();

    @Test
    void allowsAReceiptForAReleasedGiftToABodyWithAMandate() {
        assertThat(refusal(gift(2500))).isEmpty();
    }

    @Test
    void waitsForTheRelease() {
        assertThat(refusal(gift(2500, null, HELD))).contains(new Refusal.NotReleased());
    }

    @Test
    void refusesALoanAndWhatWasGivenBack() {
        Gift loan = gift("p1", Gift.Kind.LOAN, Gift.Giver.PERSON, 2500, null, HELD);
        assertThat(refusal(loan)).contains(new Refusal.ForLoan());
        assertThat(refusal(gift(2500, null, new Gift.Standing.GivenBack()))).contains(new Refusal.GivenBack());
    }

    @Test
    void refusesWithoutAMandateEvenBeforeTheRelease() {
        assertThat(Eligibility.refusal(gift(2500, null, HELD), Optional.empty(), calendar()))
                .contains(new Refusal.WithoutMandate());
    }

    @Test
    void refusesAGiftOnADayThatTheMandateDoesNotCover() {
        Body body = Gifts.body();
        var ended =
                new Body.Mandate("M-1", LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 5), LocalDate.of(2026, 11, 23));
        Body withEnd = new Body(
                body.id(),
                2,
                body.name(),
                body.siren(),
                body.rna(),
                body.address(),
                body.kind(),
                body.purpose(),
                body.regime(),
                ended,
                body.signatory(),
                body.agents());

        assertThat(Eligibility.refusal(gift(2500), Optional.of(withEnd), calendar()))
                .contains(new Refusal.OutsideMandate(LocalDate.of(2026, 11, 24)));
    }

    @Test
    void allowsARewardOfAQuarterOfTheGiftAndNotACentMore() {
        assertThat(refusal(withReward(10_000, 2_500))).isEmpty();
        assertThat(refusal(withReward(10_000, 2_501))).contains(new Refusal.RewardTooLarge(2_501, 2_500));
        // A quarter of 99.99 € is 24.9975 €.
        assertThat(refusal(withReward(9_999, 2_499))).isEmpty();
        assertThat(refusal(withReward(9_999, 2_500))).contains(new Refusal.RewardTooLarge(2_500, 2_499));
    }

    @Test
    void allowsARewardOfSeventyThreeEurosAtMostHoweverLargeTheGift() {
        assertThat(refusal(withReward(1_000_000, 7_300))).isEmpty();
        assertThat(refusal(withReward(1_000_000, 7_301))).contains(new Refusal.RewardTooLarge(7_301, 7_300));
        assertThat(refusal(withReward(Long.MAX_VALUE, 7_300))).isEmpty();
    }

    @Test
    void forgetsARewardThatWasWaived() {
        assertThat(refusal(gift(1_500, new Gift.Reward("Un repas", 1_500, true), RELEASED)))
                .isEmpty();
    }

    @Test
    void refusesATooLargeRewardBeforeTheReleaseAlready() {
        assertThat(refusal(gift(1_500, new Gift.Reward("Un repas", 1_500, false), HELD)))
                .contains(new Refusal.RewardTooLarge(1_500, 375));
    }

    @Test
    void refusesOtherCurrencies() {
        Gift francs = new Gift(
                "p1",
                "c1",
                "m-remi",
                null,
                Gift.Kind.GIFT,
                Gift.Giver.PERSON,
                2500,
                "CHF",
                Gifts.PAID_AT,
                null,
                RELEASED);
        assertThat(refusal(francs)).contains(new Refusal.WrongCurrency("CHF"));
    }

    @Test
    void takesTheRulesOfTheDayOfTheGiftInParis() {
        FiscalCalendar calendar = calendar();
        assertThat(calendar.on(LocalDate.of(2025, 10, 13)).difficultyCeiling()).isEqualTo(100_000);
        assertThat(calendar.on(LocalDate.of(2025, 10, 14)).difficultyCeiling()).isEqualTo(200_000);
        assertThat(FiscalCalendar.dayOf(Instant.parse("2025-10-13T22:00:00Z"))).isEqualTo("2025-10-14");
        assertThatIllegalArgumentException().isThrownBy(() -> calendar.on(LocalDate.of(2020, 12, 31)));
    }

    @Test
    void wantsRulesThatBeginOnDifferentDays() {
        var twice = Gifts.rules("2021-01-01", 1);
        assertThatIllegalArgumentException().isThrownBy(() -> new FiscalCalendar(List.of(twice, twice)));
        assertThatIllegalArgumentException().isThrownBy(() -> new FiscalCalendar(List.of()));
    }

    @Test
    void knowsAValidSiren() {
        assertThat(Siren.isValid("732829320")).isTrue();
        assertThat(Siren.isValid("732829321")).isFalse();
        assertThat(Siren.isValid("73282932")).isFalse();
        assertThat(Siren.isValid("73282932a")).isFalse();
    }

    private static Gift withReward(long amount, long marketValue) {
        return gift(amount, new Gift.Reward("Un repas", marketValue, false), RELEASED);
    }

    private static Optional<Refusal> refusal(Gift gift) {
        return Eligibility.refusal(gift, someBody(), calendar());
    }
}
