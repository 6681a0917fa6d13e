package quartier.pledge.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.pledge.escrow.Campaigns.DEADLINE;
import static quartier.pledge.escrow.Campaigns.START;
import static quartier.pledge.escrow.Campaigns.confirm;
import static quartier.pledge.escrow.Campaigns.payment;
import static quartier.pledge.escrow.Campaigns.place;

import java.util.List;
import org.junit.jupiter.api.Test;

class DisputeTest {

    private final Scenario campaign = Scenario.opened(Campaigns.terms());

    @Test
    void takesThePledgeOutOfALiveCampaign() {
        campaign.backed("p1", 2_000).backed("p2", 500);
        campaign.accept(opened("p1", 2_000));
        assertThat(campaign.status("p1")).isEqualTo(PledgeStatus.DISPUTED);
        assertThat(campaign.escrow().totals().collected()).isEqualTo(500);
        assertThat(campaign.balance(Account.ESCROW)).isEqualTo(-500);
        assertThat(campaign.balance(Account.CASH_PSP)).isEqualTo(500 - 1_500);
        assertThat(campaign.balance(Account.EXPENSE_PSP_FEES)).isEqualTo(1_500);
        assertThat(campaign.accept(opened("p1", 2_000))).isEmpty();
    }

    @Test
    void letsAWonDisputeCountAgainWhileThereIsRoom() {
        campaign.backed("p1", 2_000);
        campaign.accept(opened("p1", 2_000));
        campaign.accept(new Command.DisputeWon(START, "d-p1"));
        assertThat(campaign.status("p1")).isEqualTo(PledgeStatus.CONFIRMED);
        assertThat(campaign.escrow().raised().minorUnits()).isEqualTo(2_000);
        assertThat(campaign.escrow().backers()).isEqualTo(1);
    }

    @Test
    void givesTheMoneyOfAWonDisputeBackWhenItsPlaceIsTaken() {
        campaign.accept(place("p1", 2_500, "basket"));
        campaign.accept(confirm("p1", 2_500));
        campaign.accept(opened("p1", 2_500));
        for (String pledge : new String[] {"b1", "b2", "b3"}) {
            campaign.accept(place(pledge, 2_500, "basket"));
        }
        campaign.accept(new Command.DisputeWon(START, "d-p1"));
        assertThat(campaign.status("p1")).isEqualTo(PledgeStatus.REFUND_DUE);
        assertThat(campaign.escrow().refund(payment("p1")).orElseThrow().of().reason())
                .isEqualTo(RefundReason.DISPUTE_WON);
    }

    @Test
    void givesTheMoneyOfAWonDisputeBackWhenNobodyHasReviewedThePledge() {
        Command.PlacePledge suspect = suspect("p1", 2_000);
        campaign.accept(suspect);
        campaign.accept(confirm("p1", 2_000));
        campaign.accept(opened("p1", 2_000));
        assertThat(campaign.status("p1")).isEqualTo(PledgeStatus.DISPUTED);
        assertThat(campaign.escrow().reviews()).isEmpty();
        campaign.accept(new Command.DisputeWon(START, "d-p1"));
        assertThat(campaign.status("p1")).isEqualTo(PledgeStatus.REFUND_DUE);
        assertThat(campaign.escrow().raised().minorUnits()).isZero();
    }

    private static Command.PlacePledge suspect(String pledge, long cents) {
        Command.PlacePledge usual = place(pledge, cents);
        return new Command.PlacePledge(
                usual.at(),
                pledge,
                usual.backer(),
                null,
                usual.backerKind(),
                usual.amount(),
                null,
                usual.visibility(),
                usual.fingerprint(),
                usual.payment(),
                usual.hold(),
                false,
                false,
                List.of("velocity"));
    }

    @Test
    void landsInAnAccountOfItsOwnAfterTheVerdict() {
        campaign.backed("p1", 6_000).backed("p2", 4_000);
        campaign.accept(new Command.ReachDeadline(DEADLINE));
        campaign.accept(opened("p1", 6_000));
        assertThat(campaign.balance(Account.RECEIVABLE_DISPUTES)).isEqualTo(6_000);
        assertThat(campaign.escrow().payout(Payout.MAIN).orElseThrow().amountMinorUnits())
                .isEqualTo(9_280);
        campaign.accept(new Command.DisputeWon(DEADLINE, "d-p1"));
        assertThat(campaign.balance(Account.RECEIVABLE_DISPUTES)).isZero();
        assertThat(campaign.refuse(new Command.DisputeLost(DEADLINE, "d-p1"))).isEqualTo(new Rejection.DisputeClosed());
    }

    @Test
    void stopsTheRefundOfMoneyThatTheBankHasTaken() {
        campaign.backed("p1", 500);
        campaign.accept(new Command.ReachDeadline(DEADLINE));
        campaign.accept(opened("p1", 500));
        assertThat(campaign.escrow().due(DEADLINE, 10)).isEmpty();
        assertThat(campaign.escrow().isSettled()).isTrue();
        assertThat(campaign.refuse(new Command.RefundSucceeded(DEADLINE, payment("p1"))))
                .isEqualTo(new Rejection.RefundAlreadyDone());

        campaign.accept(new Command.DisputeWon(DEADLINE, "d-p1"));
        assertThat(campaign.escrow().isSettled()).isFalse();
        campaign.accept(new Command.RefundSucceeded(DEADLINE, payment("p1")));
        assertThat(campaign.escrow().isSettled()).isTrue();
    }

    @Test
    void knowsNothingOfPaymentsThatAreNotItsOwn() {
        campaign.backed("p1", 500);
        assertThat(campaign.refuse(opened("p9", 500))).isEqualTo(new Rejection.UnknownPledge());
        assertThat(campaign.refuse(new Command.DisputeWon(START, "d-p9"))).isEqualTo(new Rejection.UnknownDispute());
    }

    private static Command.DisputeOpened opened(String pledge, long cents) {
        return new Command.DisputeOpened(
                START, "d-" + pledge, pledge, payment(pledge), new Money(cents, "EUR"), new Money(1_500, "EUR"));
    }
}
