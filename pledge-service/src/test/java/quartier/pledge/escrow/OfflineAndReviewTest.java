package quartier.pledge.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.pledge.escrow.Campaigns.DEADLINE;
import static quartier.pledge.escrow.Campaigns.START;
import static quartier.pledge.escrow.Campaigns.confirm;
import static quartier.pledge.escrow.Campaigns.payment;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pledges that need a second pair of eyes: cash, and what fraud rules have flagged. */
class OfflineAndReviewTest {

    private final Scenario campaign = Scenario.opened(Campaigns.terms());

    @Test
    void countsCashOnceAnotherPersonHasConfirmedIt() {
        campaign.accept(enter("c1", 3_000));
        assertThat(campaign.escrow().totals().held()).isEqualTo(3_000);
        assertThat(campaign.refuse(new Command.ConfirmOfflinePledge(START, "c1", "m-jules")))
                .isEqualTo(new Rejection.NeedsAnotherPerson());
        campaign.accept(new Command.ConfirmOfflinePledge(START, "c1", "m-nadia"));
        assertThat(campaign.accept(new Command.ConfirmOfflinePledge(START, "c1", "m-nadia")))
                .isEmpty();
        assertThat(campaign.balance(Account.CASH_BANK)).isEqualTo(3_000);
        assertThat(campaign.escrow().backers()).isEqualTo(1);
    }

    @Test
    void forgetsCashThatNobodyConfirms() {
        campaign.accept(enter("c1", 3_000));
        assertThat(campaign.escrow().due(START.plus(Duration.ofDays(7)), 10))
                .containsExactly(new Due.ConfirmationMissed("c1"));
        campaign.accept(new Command.ExpireHold(START.plus(Duration.ofDays(7)), "c1"));
        assertThat(campaign.refuse(new Command.ConfirmOfflinePledge(START, "c1", "m-nadia")))
                .isEqualTo(new Rejection.NotWaiting(PledgeStatus.EXPIRED));
    }

    @Test
    void givesCashBackByHandOnly() {
        cash();
        campaign.accept(new Command.ReachDeadline(DEADLINE));
        assertThat(campaign.escrow().due(DEADLINE, 10)).isEmpty();
        assertThat(campaign.escrow().isSettled()).isFalse();
        campaign.accept(new Command.RefundByHand(DEADLINE, "cash-c1", "receipt 12", "m-odile"));
        assertThat(campaign.escrow().isSettled()).isTrue();
        assertThat(campaign.balance(Account.CASH_BANK)).isZero();
    }

    @Test
    void handsTheOwnerTheCashAndPaysOutTheRest() {
        cash();
        campaign.backed("p1", 7_000);
        campaign.accept(new Command.ReachDeadline(DEADLINE));
        assertThat(campaign.escrow().cashDue()).isEqualTo(3_000);
        assertThat(campaign.escrow().payout(Payout.MAIN).orElseThrow().amountMinorUnits())
                .isEqualTo(6_280);
        campaign.accept(new Command.PayoutSucceeded(DEADLINE, Payout.MAIN, 1, "po"));
        assertThat(campaign.escrow().isSettled()).isFalse();
        campaign.accept(new Command.HandOverCash(DEADLINE, "m-odile", "receipt 13"));
        assertThat(campaign.escrow().isSettled()).isTrue();
        assertThat(campaign.accept(new Command.HandOverCash(DEADLINE, "m-odile", "receipt 13")))
                .isEmpty();
    }

    @Test
    void refusesARefundByHandWhileTheProviderIsStillAsked() {
        campaign.backed("p1", 500);
        campaign.accept(new Command.ReachDeadline(DEADLINE));
        Command byHand = new Command.RefundByHand(DEADLINE, payment("p1"), "transfer", "m-odile");
        assertThat(campaign.refuse(byHand)).isEqualTo(new Rejection.RefundStillDue());
        campaign.accept(new Command.RefundFailed(DEADLINE, payment("p1"), 1, "account closed"));
        campaign.accept(byHand);
        assertThat(campaign.accept(byHand)).isEmpty();
        assertThat(campaign.refuse(new Command.RefundByHand(DEADLINE, payment("p1"), "again", "m-odile")))
                .isEqualTo(new Rejection.RefundAlreadyDone());
    }

    @Test
    void waitsWithTheVerdictForPledgesUnderReview() {
        flagged("p1", 10_000);
        campaign.accept(new Command.ReachDeadline(DEADLINE));
        assertThat(campaign.escrow().state()).isEqualTo(CampaignState.CLOSING);
        assertThat(campaign.accept(new Command.ClearPledge(DEADLINE, "p1", "m-odile")))
                .last()
                .isInstanceOf(Event.CampaignFunded.class);
    }

    @Test
    void refusesAPledgeUnderReviewAndGivesItsMoneyBack() {
        flagged("p1", 10_000);
        campaign.accept(new Command.RefusePledge(START, "p1", "m-odile"));
        assertThat(campaign.escrow().totals().collected()).isZero();
        assertThat(campaign.escrow().refund(payment("p1")).orElseThrow().of().reason())
                .isEqualTo(RefundReason.REFUSED_IN_REVIEW);
        assertThat(campaign.accept(new Command.RefusePledge(START, "p1", "m-odile")))
                .isEmpty();
    }

    @Test
    void givesBackWhatNobodyHasLookedAtByTheLimitOfClosing() {
        flagged("p1", 10_000);
        campaign.accept(new Command.ReachDeadline(DEADLINE));
        campaign.accept(new Command.ResolveClosing(DEADLINE.plus(Duration.ofDays(2))));
        assertThat(campaign.escrow().state()).isEqualTo(CampaignState.NOT_FUNDED);
        assertThat(campaign.status("p1")).isEqualTo(PledgeStatus.REFUND_DUE);
    }

    @Test
    void refusesAReviewOfAPledgeThatIsNotUnderOne() {
        campaign.backed("p1", 500);
        assertThat(campaign.refuse(new Command.RefusePledge(START, "p1", "m-odile")))
                .isEqualTo(new Rejection.NotUnderReview());
        assertThat(campaign.refuse(new Command.ClearPledge(START, "p9", "m-odile")))
                .isEqualTo(new Rejection.UnknownPledge());
    }

    private void cash() {
        campaign.accept(enter("c1", 3_000));
        campaign.accept(new Command.ConfirmOfflinePledge(START, "c1", "m-nadia"));
    }

    private void flagged(String pledge, long cents) {
        Command.PlacePledge place = Campaigns.place(pledge, cents);
        campaign.accept(new Command.PlacePledge(
                place.at(),
                pledge,
                place.backer(),
                null,
                place.backerKind(),
                place.amount(),
                null,
                place.visibility(),
                place.fingerprint(),
                place.payment(),
                place.hold(),
                false,
                false,
                List.of("many-cards")));
        campaign.accept(confirm(pledge, cents));
    }

    private static Command.EnterOfflinePledge enter(String pledge, long cents) {
        return new Command.EnterOfflinePledge(
                START,
                pledge,
                new Money(cents, "EUR"),
                null,
                false,
                Visibility.ANONYMOUS,
                "f-" + pledge,
                "m-jules",
                Duration.ofDays(7));
    }
}
