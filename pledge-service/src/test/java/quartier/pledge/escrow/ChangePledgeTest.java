package quartier.pledge.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.pledge.escrow.Campaigns.DEADLINE;
import static quartier.pledge.escrow.Campaigns.START;
import static quartier.pledge.escrow.Campaigns.change;
import static quartier.pledge.escrow.Campaigns.confirm;
import static quartier.pledge.escrow.Campaigns.payment;
import static quartier.pledge.escrow.Campaigns.place;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChangePledgeTest {

    private final Scenario campaign = Scenario.opened(Campaigns.terms()).backed("p1", 2_000);

    @Test
    void collectsTheDifferenceOfALargerPledge() {
        campaign.accept(change("p1", "more", 5_000, "basket"));
        assertThat(campaign.status("p1")).isEqualTo(PledgeStatus.CHANGING);
        assertThat(campaign.escrow().totals().collected()).isEqualTo(2_000);
        assertThat(campaign.escrow().totals().held()).isEqualTo(3_000);
        assertThat(campaign.escrow().tier("basket")).isEqualTo(new TierCount(0, 1));

        campaign.accept(confirm(START, "p1", payment("more"), 3_000, 30));
        assertThat(campaign.status("p1")).isEqualTo(PledgeStatus.CONFIRMED);
        assertThat(campaign.escrow().totals().collected()).isEqualTo(5_000);
        assertThat(campaign.escrow().tier("basket")).isEqualTo(new TierCount(1, 0));
        assertThat(campaign.escrow().backers()).isEqualTo(1);
        assertThat(campaign.balance(Account.ESCROW)).isEqualTo(-5_000);
    }

    @Test
    void leavesThePledgeAsItWasWhenTheDifferenceIsNotPaid() {
        campaign.accept(change("p1", "more", 5_000, "basket"));
        campaign.accept(new Command.PaymentDeclined(START, "p1", payment("more"), "card_declined"));
        assertThat(campaign.status("p1")).isEqualTo(PledgeStatus.CONFIRMED);
        assertThat(campaign.escrow().totals().held()).isZero();
        assertThat(campaign.escrow().totals().collected()).isEqualTo(2_000);
        assertThat(campaign.escrow().tier("basket")).isEqualTo(new TierCount(0, 0));
    }

    @Test
    void givesTheDifferenceOfASmallerPledgeBackAndTheRestWhenTheCampaignFails() {
        campaign.accept(change("p1", "less", 1_500, null));
        assertThat(campaign.escrow().totals().collected()).isEqualTo(1_500);
        assertThat(campaign.escrow().due(START, 10))
                .containsExactly(
                        new Due.RefundToMake(new Returned(payment("p1"), "p1", 500, RefundReason.REDUCED, 1), 1));
        campaign.accept(new Command.RefundSucceeded(START, payment("p1") + "~1"));

        campaign.accept(new Command.ReachDeadline(DEADLINE));
        assertThat(campaign.escrow().due(DEADLINE, 10))
                .containsExactly(
                        new Due.RefundToMake(new Returned(payment("p1"), "p1", 1_500, RefundReason.NOT_FUNDED, 0), 1));
        campaign.accept(new Command.RefundSucceeded(DEADLINE, payment("p1")));
        assertThat(campaign.escrow().isSettled()).isTrue();
        assertThat(campaign.balance(Account.CASH_PSP)).isZero();
    }

    @Test
    void takesWhatCameLastBackFirst() {
        campaign.accept(change("p1", "more", 5_000, null));
        campaign.accept(confirm(START, "p1", payment("more"), 3_000, 0));
        List<Event> events = campaign.accept(change("p1", "less", 1_000, null));
        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.PledgeChanged.class,
                        changed -> assertThat(changed.returned())
                                .containsExactly(
                                        new Returned(payment("more"), "p1", 3_000, RefundReason.REDUCED, 1),
                                        new Returned(payment("p1"), "p1", 1_000, RefundReason.REDUCED, 1)));
    }

    @Test
    void answersARepeatedChangeAsBeforeAndRefusesAnotherUnderItsKey() {
        campaign.accept(change("p1", "less", 1_500, null));
        assertThat(campaign.accept(change("p1", "less", 1_500, null))).isEmpty();
        Command.ChangePledge other = change("p1", "less", 1_200, null);
        assertThat(campaign.refuse(new Command.ChangePledge(
                        other.at(),
                        other.change(),
                        other.pledge(),
                        other.amount(),
                        null,
                        false,
                        "another",
                        other.payment(),
                        other.hold())))
                .isEqualTo(new Rejection.IdempotencyKeyReused());
        assertThat(campaign.accept(place("p1", 2_000)))
                .as("the first request still")
                .isEmpty();
    }

    @Test
    void refusesWhatANewPledgeWouldBeRefused() {
        assertThat(campaign.refuse(change("p1", "c1", 400, "coffee")))
                .isEqualTo(new Rejection.BelowTier("coffee", 500));
        assertThat(campaign.refuse(change("p1", "c2", 15_001, null))).isEqualTo(new Rejection.OverCap(13_000));
        assertThat(campaign.refuse(change("p1", "c3", 0, null))).isEqualTo(new Rejection.AmountNotPositive());
        assertThat(campaign.refuse(change("p9", "c4", 500, null))).isEqualTo(new Rejection.UnknownPledge());
        campaign.accept(place("b1", 2_500, "basket"));
        campaign.accept(place("b2", 2_500, "basket"));
        campaign.accept(place("b3", 2_500, "basket"));
        assertThat(campaign.refuse(change("p1", "c5", 2_500, "basket"))).isEqualTo(new Rejection.TierSoldOut("basket"));
        assertThat(campaign.refuse(change("b1", "c6", 3_000, "basket")))
                .as("not paid yet")
                .isEqualTo(new Rejection.NotChangeable(PledgeStatus.HELD));
    }

    @Test
    void keepsTheUnitThatItHasOfATierThatIsSoldOut() {
        for (String pledge : List.of("b1", "b2", "b3")) {
            campaign.accept(place(pledge, 2_500, "basket"));
            campaign.accept(confirm(pledge, 2_500));
        }
        campaign.accept(change("b1", "more", 3_000, "basket"));
        campaign.accept(confirm(START, "b1", payment("more"), 500, 0));
        assertThat(campaign.escrow().tier("basket")).isEqualTo(new TierCount(3, 0));
    }

    @Test
    void givesEverythingBackWhenItIsCancelledWhileItChanges() {
        campaign.accept(change("p1", "more", 5_000, null));
        campaign.accept(new Command.CancelPledge(START, "p1"));
        campaign.accept(confirm(START, "p1", payment("more"), 3_000, 0));
        assertThat(campaign.escrow().totals().collected()).isZero();
        assertThat(campaign.escrow().totals().owed()).isEqualTo(5_000);
    }
}
