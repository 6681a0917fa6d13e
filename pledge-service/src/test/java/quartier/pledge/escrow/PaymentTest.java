package quartier.pledge.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quartier.pledge.escrow.Campaigns.DEADLINE;
import static quartier.pledge.escrow.Campaigns.HOLD;
import static quartier.pledge.escrow.Campaigns.START;
import static quartier.pledge.escrow.Campaigns.confirm;
import static quartier.pledge.escrow.Campaigns.payment;
import static quartier.pledge.escrow.Campaigns.place;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaymentTest {

    private static final Instant AFTER_HOLD = START.plus(HOLD).plusSeconds(120);

    private final Scenario campaign = Scenario.opened();

    @Test
    void takesTheSamePaymentOnce() {
        campaign.backed("p1", 500);
        assertThat(campaign.accept(confirm("p1", 500))).isEmpty();
        assertThat(campaign.escrow().raised().minorUnits()).isEqualTo(500);
    }

    @Test
    void givesBackASecondPaymentForOnePledge() {
        campaign.backed("p1", 500);
        campaign.accept(confirm(START, "p1", "pay-again", 500, 0));

        assertThat(campaign.status("p1")).isEqualTo(PledgeStatus.CONFIRMED);
        assertThat(campaign.escrow().due(START, 10))
                .containsExactly(new Due.RefundToMake(new Returned("pay-again", "p1", 500, RefundReason.TWICE, 0), 1));
        assertThat(campaign.accept(confirm(START, "p1", "pay-again", 500, 0))).isEmpty();
    }

    @Test
    void givesBackWhatComesAfterTheHold() {
        campaign.accept(place("p1", 500));
        campaign.accept(new Command.ExpireHold(AFTER_HOLD, "p1"));
        assertThat(campaign.status("p1")).isEqualTo(PledgeStatus.EXPIRED);

        campaign.accept(confirm("p1", 500));

        assertThat(campaign.status("p1")).isEqualTo(PledgeStatus.REFUND_DUE);
        assertThat(campaign.escrow().raised().minorUnits()).isZero();
        campaign.accept(new Command.RefundSucceeded(AFTER_HOLD, payment("p1")));
        assertThat(campaign.status("p1")).isEqualTo(PledgeStatus.REFUNDED);
        assertThat(campaign.balance(Account.CASH_PSP)).isZero();
        assertThat(campaign.balance(Account.ESCROW)).isZero();
    }

    @Test
    void givesBackAnotherAmountThanWasPledged() {
        campaign.accept(place("p1", 500));
        campaign.accept(confirm("p1", 499));
        assertThat(campaign.status("p1")).isEqualTo(PledgeStatus.REFUND_DUE);
        assertThat(campaign.escrow().held().minorUnits()).isZero();
        assertThat(campaign.escrow().totals().owed()).isEqualTo(499);
    }

    @Test
    void givesBackMoneyForARefusedOrUnknownPledge() {
        campaign.refuse(place("p1", 0));
        campaign.accept(confirm("p1", 500));
        campaign.accept(confirm("never-seen", 700));
        assertThat(campaign.escrow().totals().owed()).isEqualTo(1_200);
        assertThat(campaign.escrow().refund(payment("never-seen")))
                .map(refund -> refund.of().reason())
                .hasValue(RefundReason.UNASKED);
    }

    @Test
    void keepsAHoldWhosePaymentIsUnknown() {
        campaign.accept(place("p1", 500));
        campaign.accept(new Command.PaymentUnknown(START, "p1", payment("p1")));
        assertThat(campaign.refuse(new Command.ExpireHold(AFTER_HOLD, "p1"))).isEqualTo(new Rejection.HoldNotExpired());
        assertThat(campaign.escrow().due(START, 10)).containsExactly(new Due.PaymentToLookUp("p1", payment("p1")));
        campaign.accept(confirm("p1", 500));
        assertThat(campaign.status("p1")).isEqualTo(PledgeStatus.CONFIRMED);
    }

    @Test
    void keepsAHoldUntilItsTime() {
        campaign.accept(place("p1", 500));
        assertThat(campaign.refuse(new Command.ExpireHold(START, "p1"))).isEqualTo(new Rejection.HoldNotExpired());
        assertThat(campaign.escrow().due(START, 10)).isEmpty();
        assertThat(campaign.escrow().due(AFTER_HOLD, 10)).hasSize(1);
    }

    @Test
    void ignoresAFailureThatComesAfterTheSuccess() {
        campaign.backed("p1", 500);
        assertThat(campaign.accept(new Command.PaymentDeclined(START, "p1", payment("p1"), "late")))
                .isEmpty();
        assertThat(campaign.status("p1")).isEqualTo(PledgeStatus.CONFIRMED);
    }

    @Test
    void givesACancelledPledgeBackOnce() {
        campaign.backed("p1", 500);
        campaign.accept(new Command.CancelPledge(START, "p1"));
        assertThat(campaign.accept(new Command.CancelPledge(START, "p1"))).isEmpty();
        assertThat(campaign.escrow().raised().minorUnits()).isZero();
        campaign.accept(new Command.RefundSucceeded(START, payment("p1")));
        assertThat(campaign.accept(new Command.RefundSucceeded(START, payment("p1"))))
                .isEmpty();
        assertThat(campaign.escrow().totals().refunded()).isEqualTo(500);
    }

    @Test
    void cancelsAHoldAndGivesBackItsPaymentIfItComes() {
        campaign.accept(place("p1", 2_500, "basket"));
        campaign.accept(new Command.CancelPledge(START, "p1"));
        assertThat(campaign.escrow().tier("basket")).isEqualTo(TierCount.NONE);
        assertThat(campaign.escrow().refunds()).isEmpty();
        campaign.accept(confirm("p1", 2_500));
        assertThat(campaign.status("p1")).isEqualTo(PledgeStatus.REFUND_DUE);
    }

    @Test
    void refusesToCancelAfterTheDeadline() {
        campaign.backed("p1", 500);
        assertThat(campaign.refuse(new Command.CancelPledge(DEADLINE, "p1")))
                .isEqualTo(new Rejection.NotCancellable(PledgeStatus.CONFIRMED));
        assertThat(campaign.refuse(new Command.CancelPledge(START, "nobody's")))
                .isEqualTo(new Rejection.UnknownPledge());
    }

    @Test
    void retriesARefusedRefundOnlyWhenAsked() {
        campaign.backed("p1", 500);
        campaign.accept(new Command.CancelPledge(START, "p1"));
        campaign.accept(new Command.RefundFailed(START, payment("p1"), 1, "account closed"));
        assertThat(campaign.status("p1")).isEqualTo(PledgeStatus.REFUND_FAILED);
        assertThat(campaign.escrow().due(START, 10)).isEmpty();

        campaign.accept(new Command.RetryRefund(START, payment("p1")));
        assertThat(campaign.escrow().due(START, 10))
                .containsExactly(
                        new Due.RefundToMake(new Returned(payment("p1"), "p1", 500, RefundReason.CANCELLED, 0), 2));
        assertThat(campaign.accept(new Command.RefundFailed(START, payment("p1"), 1, "again the first")))
                .isEmpty();
        campaign.accept(new Command.RefundSucceeded(START, payment("p1")));
        assertThat(campaign.refuse(new Command.RetryRefund(START, payment("p1"))))
                .isEqualTo(new Rejection.RefundAlreadyDone());
    }

    @Test
    void doesNotBelieveAFeeAboveItsPayment() {
        campaign.accept(place("p1", 500));
        assertThatThrownBy(() -> campaign.decide(confirm(START, "p1", payment("p1"), 500, 501)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void booksTheProvidersFee() {
        campaign.accept(place("p1", 500));
        campaign.accept(confirm(START, "p1", payment("p1"), 500, 15));
        assertThat(campaign.balance(Account.CASH_PSP)).isEqualTo(485);
        assertThat(campaign.balance(Account.EXPENSE_PSP_FEES)).isEqualTo(15);
        assertThat(List.of(campaign.balance(Account.ESCROW))).containsExactly(-500L);
    }
}
