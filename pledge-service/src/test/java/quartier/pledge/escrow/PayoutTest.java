package quartier.pledge.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.pledge.escrow.Campaigns.DEADLINE;
import static quartier.pledge.escrow.Campaigns.START;
import static quartier.pledge.escrow.Campaigns.payment;
import static quartier.pledge.escrow.Campaigns.place;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PayoutTest {

    private static final Instant WEEKS_LATER = DEADLINE.plus(Duration.ofDays(30));

    private final Scenario campaign = Scenario.opened(Campaigns.terms());

    @Test
    void keepsWhatMayStillBeTakenBackInReserve() {
        campaign.backed("p1", 7_000);
        campaign.accept(place("p2", 3_000));
        campaign.accept(new Command.PaymentConfirmed(
                START, "p2", payment("p2"), new Money(3_000, "EUR"), new Money(0, "EUR"), WEEKS_LATER));
        campaign.accept(new Command.ReachDeadline(DEADLINE));
        assertThat(campaign.escrow().due(DEADLINE, 10))
                .containsExactly(new Due.PayoutToMake(Payout.MAIN, Campaigns.OWNER, new Money(6_280, "EUR"), 1));
        campaign.accept(new Command.PayoutSucceeded(DEADLINE, Payout.MAIN, 1, "po"));
        assertThat(campaign.escrow().isSettled()).isFalse();
        assertThat(campaign.escrow().nextWork()).contains(WEEKS_LATER);
        assertThat(campaign.escrow().due(WEEKS_LATER, 10))
                .containsExactly(new Due.PayoutToMake(Payout.RESERVE, Campaigns.OWNER, new Money(3_000, "EUR"), 1));
        campaign.accept(new Command.PayoutSucceeded(WEEKS_LATER, Payout.RESERVE, 1, "po-2"));
        assertThat(campaign.escrow().isSettled()).isTrue();
    }

    @Test
    void owesTheOwnerAgainWhatCameBack() {
        paid();
        campaign.accept(new Command.PayoutReturned(DEADLINE, Payout.MAIN, 1, "no such account"));
        assertThat(campaign.balance(Account.PAYABLE_OWNER)).isEqualTo(-9_280);
        assertThat(campaign.escrow().isSettled()).isFalse();
        assertThat(campaign.accept(new Command.PayoutSucceeded(DEADLINE, Payout.MAIN, 1, "po")))
                .isEmpty();

        campaign.accept(new Command.RetryPayout(DEADLINE, Payout.MAIN));
        campaign.accept(new Command.PayoutSucceeded(DEADLINE, Payout.MAIN, 2, "po-2"));
        assertThat(campaign.accept(new Command.PayoutReturned(DEADLINE, Payout.MAIN, 1, "the first again")))
                .isEmpty();
        assertThat(campaign.escrow().isSettled()).isTrue();
        assertThat(campaign.balance(Account.PAYABLE_OWNER)).isZero();
    }

    @Test
    void booksBothWaysOfAPayoutThatCameBackBeforeItWasKnownToHaveGone() {
        campaign.backed("p1", 10_000);
        campaign.accept(new Command.ReachDeadline(DEADLINE));
        campaign.accept(new Command.PayoutReturned(DEADLINE, Payout.MAIN, 1, "no such account"));
        assertThat(campaign.balance(Account.PAYABLE_OWNER)).isEqualTo(-9_280);
        assertThat(campaign.accept(new Command.PayoutSucceeded(DEADLINE, Payout.MAIN, 1, "po")))
                .isEmpty();
    }

    @Test
    void forecastsWhatTheVerdictWouldBe() {
        campaign.backed("p1", 9_999);
        Forecast before = Forecast.of(campaign.escrow());
        assertThat(before.funded()).isFalse();
        assertThat(before.refunds()).isEqualTo(1);
        assertThat(before.refundsMinorUnits()).isEqualTo(9_999);
        campaign.accept(place("p2", 1));
        assertThat(Forecast.of(campaign.escrow()).open()).isEqualTo(1);
        campaign.accept(Campaigns.confirm("p2", 1));
        assertThat(Forecast.of(campaign.escrow()).split()).hasValue(Split.of(10_000, 600, 2_000, 0));
    }

    private void paid() {
        campaign.backed("p1", 10_000);
        campaign.accept(new Command.ReachDeadline(DEADLINE));
        campaign.accept(new Command.PayoutSucceeded(DEADLINE, Payout.MAIN, 1, "po"));
    }
}
