package quartier.pledge.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.pledge.escrow.Campaigns.DEADLINE;
import static quartier.pledge.escrow.Campaigns.START;
import static quartier.pledge.escrow.Campaigns.confirm;
import static quartier.pledge.escrow.Campaigns.payment;
import static quartier.pledge.escrow.Campaigns.place;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Instant LIMIT = DEADLINE.plus(Campaigns.terms().closingLimit());

    private final Scenario campaign = Scenario.opened();

    @Test
    void paysOutWhatIsLeftAfterCommissionAndTax() {
        campaign.backed("p1", 6_000).backed("p2", 4_001);
        campaign.accept(new Command.ReachDeadline(DEADLINE));

        // 6 % of 100.01 is 6.0006, and 20 % of that 1.20012.
        Split split = new Split(10_001, 600, 120, 0, 9_281);
        assertThat(campaign.escrow().state()).isEqualTo(CampaignState.FUNDED);
        assertThat(campaign.escrow().split()).hasValue(split);
        assertThat(campaign.escrow().due(DEADLINE, 10))
                .containsExactly(new Due.PayoutToMake(Payout.MAIN, Campaigns.OWNER, new Money(9_281, "EUR"), 1));
        assertThat(campaign.balance(Account.ESCROW)).isZero();
        assertThat(campaign.balance(Account.PAYABLE_OWNER)).isEqualTo(-9_281);

        List<Event> paid = campaign.accept(new Command.PayoutSucceeded(DEADLINE, Payout.MAIN, 1, "po-1"));
        assertThat(paid).last().isEqualTo(new Event.CampaignSettled(DEADLINE, 0));
        assertThat(campaign.accept(new Command.PayoutSucceeded(DEADLINE, Payout.MAIN, 1, "po-1")))
                .isEmpty();
        assertThat(campaign.balance(Account.PAYABLE_OWNER)).isZero();
        assertThat(campaign.balance(Account.CASH_PSP)).isEqualTo(720);
    }

    @Test
    void givesEverythingBackWhenTheGoalIsMissedByACent() {
        campaign.backed("p1", 6_000).backed("p2", 3_999);
        campaign.accept(new Command.ReachDeadline(DEADLINE));

        assertThat(campaign.escrow().state()).isEqualTo(CampaignState.NOT_FUNDED);
        assertThat(campaign.escrow().payouts()).isEmpty();
        assertThat(campaign.escrow().due(DEADLINE, 10)).hasSize(2);
        campaign.accept(new Command.RefundSucceeded(DEADLINE, payment("p1")));
        assertThat(campaign.escrow().isSettled()).isFalse();
        List<Event> last = campaign.accept(new Command.RefundSucceeded(DEADLINE, payment("p2")));

        assertThat(last).last().isEqualTo(new Event.CampaignSettled(DEADLINE, 2));
        assertThat(campaign.balance(Account.CASH_PSP)).isZero();
        assertThat(campaign.balance(Account.ESCROW)).isZero();
    }

    @Test
    void succeedsWhenTheGoalIsReachedExactly() {
        campaign.backed("p1", 10_000);
        campaign.accept(new Command.ReachDeadline(DEADLINE));
        assertThat(campaign.escrow().state()).isEqualTo(CampaignState.FUNDED);
    }

    @Test
    void settlesAtOnceWhenNobodyPledged() {
        campaign.accept(new Command.ReachDeadline(DEADLINE));
        assertThat(campaign.escrow().state()).isEqualTo(CampaignState.NOT_FUNDED);
        assertThat(campaign.escrow().isSettled()).isTrue();
    }

    @Test
    void waitsForThePaymentThatIsStillUnknown() {
        campaign.backed("p1", 6_000);
        campaign.accept(place("p2", 4_000));
        campaign.accept(new Command.ReachDeadline(DEADLINE));
        assertThat(campaign.escrow().state()).isEqualTo(CampaignState.CLOSING);
        assertThat(campaign.refuse(new Command.ResolveClosing(DEADLINE))).isEqualTo(new Rejection.PaymentsUnknown(1));
        assertThat(campaign.refuse(place("p3", 500))).isEqualTo(new Rejection.AfterDeadline(DEADLINE));

        campaign.accept(confirm("p2", 4_000));

        assertThat(campaign.escrow().state()).isEqualTo(CampaignState.FUNDED);
    }

    @Test
    void stopsWaitingAtTheLimit() {
        campaign.backed("p1", 6_000);
        campaign.accept(place("p2", 4_000));
        campaign.accept(new Command.PaymentUnknown(START, "p2", payment("p2")));
        campaign.accept(new Command.ReachDeadline(DEADLINE));
        assertThat(campaign.escrow().due(LIMIT, 10)).contains(new Due.VerdictDue());

        campaign.accept(new Command.ResolveClosing(LIMIT));

        assertThat(campaign.status("p2")).isEqualTo(PledgeStatus.EXPIRED);
        assertThat(campaign.escrow().state()).isEqualTo(CampaignState.NOT_FUNDED);
        campaign.accept(confirm("p2", 4_000));
        assertThat(campaign.status("p2")).isEqualTo(PledgeStatus.REFUND_DUE);
        assertThat(campaign.escrow().state()).isEqualTo(CampaignState.NOT_FUNDED);
    }

    @Test
    void takesNoVerdictBeforeTheDeadlineOrWhileSuspended() {
        assertThat(campaign.refuse(new Command.ReachDeadline(DEADLINE.minusNanos(1))))
                .isEqualTo(new Rejection.DeadlineNotReached(DEADLINE));
        campaign.accept(new Command.SuspendCampaign(START, "to be looked into"));
        assertThat(campaign.refuse(new Command.ReachDeadline(DEADLINE)))
                .isEqualTo(new Rejection.CampaignNotLive(CampaignState.SUSPENDED));
        assertThat(campaign.escrow().due(DEADLINE, 10)).isEmpty();
    }

    @Test
    void givesEverythingBackWhenTheCampaignIsCancelled() {
        campaign.backed("p1", 12_000);
        campaign.accept(place("p2", 2_500, "basket"));
        campaign.accept(new Command.CancelCampaign(START, "moved away"));

        assertThat(campaign.status("p1")).isEqualTo(PledgeStatus.REFUND_DUE);
        assertThat(campaign.status("p2")).isEqualTo(PledgeStatus.CANCELLED);
        assertThat(campaign.escrow().held().minorUnits()).isZero();
        campaign.accept(confirm("p2", 2_500));
        campaign.accept(new Command.RefundSucceeded(START, payment("p1")));
        assertThat(campaign.escrow().isSettled()).isFalse();
        campaign.accept(new Command.RefundSucceeded(START, payment("p2")));
        assertThat(campaign.escrow().isSettled()).isTrue();
        assertThat(campaign.accept(new Command.CancelCampaign(START, "again"))).isEmpty();
    }

    @Test
    void doesNotCancelWhatIsDecided() {
        campaign.backed("p1", 10_000);
        campaign.accept(new Command.ReachDeadline(DEADLINE));
        assertThat(campaign.refuse(new Command.CancelCampaign(DEADLINE, "too late")))
                .isEqualTo(new Rejection.CampaignNotLive(CampaignState.FUNDED));
    }

    @Test
    void paysOutAgainOnlyAfterADefiniteFailure() {
        campaign.backed("p1", 10_000);
        campaign.accept(new Command.ReachDeadline(DEADLINE));
        assertThat(campaign.accept(new Command.RetryPayout(DEADLINE, Payout.MAIN)))
                .isEmpty();
        campaign.accept(new Command.PayoutFailed(DEADLINE, Payout.MAIN, 1, "account closed"));
        assertThat(campaign.escrow().due(DEADLINE, 10)).isEmpty();
        campaign.accept(new Command.RetryPayout(DEADLINE, Payout.MAIN));
        assertThat(campaign.escrow().due(DEADLINE, 10))
                .containsExactly(new Due.PayoutToMake(Payout.MAIN, Campaigns.OWNER, new Money(9_280, "EUR"), 2));
        assertThat(campaign.accept(new Command.PayoutFailed(DEADLINE, Payout.MAIN, 1, "the first again")))
                .isEmpty();
    }

    @Test
    void opensOnceAndOnlyWithTheSameTerms() {
        assertThat(campaign.accept(Campaigns.open(Campaigns.terms()))).isEmpty();
        assertThat(campaign.refuse(Campaigns.open(Campaigns.terms(1, 2))))
                .isEqualTo(new Rejection.OpenedWithOtherTerms());
    }
}
