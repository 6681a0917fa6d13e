package quartier.pledge.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.pledge.escrow.Campaigns.DEADLINE;
import static quartier.pledge.escrow.Campaigns.START;
import static quartier.pledge.escrow.Campaigns.confirm;
import static quartier.pledge.escrow.Campaigns.place;
import static quartier.pledge.escrow.Campaigns.terms;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlacePledgeTest {

    private final Scenario campaign = Scenario.opened();

    @Test
    void holdsMoneyAndStockUntilThePaymentIsKnown() {
        campaign.accept(place("p1", 2_500, "basket"));

        assertThat(campaign.status("p1")).isEqualTo(PledgeStatus.HELD);
        assertThat(campaign.escrow().held()).isEqualTo(new Money(2_500, "EUR"));
        assertThat(campaign.escrow().tier("basket")).isEqualTo(new TierCount(0, 1));

        campaign.accept(confirm("p1", 2_500));

        assertThat(campaign.status("p1")).isEqualTo(PledgeStatus.CONFIRMED);
        assertThat(campaign.escrow().held().minorUnits()).isZero();
        assertThat(campaign.escrow().raised().minorUnits()).isEqualTo(2_500);
        assertThat(campaign.escrow().tier("basket")).isEqualTo(new TierCount(1, 0));
        assertThat(campaign.balance(Account.CASH_PSP)).isEqualTo(2_500);
        assertThat(campaign.balance(Account.ESCROW)).isEqualTo(-2_500);
    }

    @Test
    void refusesPledgeToACampaignThatIsNotOpen() {
        assertThat(Rules.decide("unknown", null, place("p1", 500)))
                .isEqualTo(new Decision.Rejected(new Rejection.CampaignNotOpen(), List.of()));
    }

    @Test
    void refusesPledgeAfterDeadline() {
        assertThat(campaign.refuse(at(DEADLINE, "p1"))).isEqualTo(new Rejection.AfterDeadline(DEADLINE));
        campaign.accept(at(DEADLINE.minusNanos(1), "p2"));
    }

    @Test
    void refusesPledgeWhileSuspended() {
        campaign.accept(new Command.SuspendCampaign(START, "to be looked into"));
        assertThat(campaign.refuse(place("p1", 500))).isEqualTo(new Rejection.CampaignNotLive(CampaignState.SUSPENDED));
        campaign.accept(new Command.ResumeCampaign(START));
        campaign.accept(place("p2", 500));
    }

    @Test
    void refusesPledgeBelowItsTier() {
        assertThat(campaign.refuse(place("p1", 2_499, "basket"))).isEqualTo(new Rejection.BelowTier("basket", 2_500));
        assertThat(campaign.refuse(place("p2", 2_500, "boat"))).isEqualTo(new Rejection.UnknownTier("boat"));
    }

    @Test
    void refusesTheFourthOfThree() {
        for (String pledge : List.of("p1", "p2", "p3")) {
            campaign.accept(place(pledge, 2_500, "basket"));
        }
        assertThat(campaign.refuse(place("p4", 2_500, "basket"))).isEqualTo(new Rejection.TierSoldOut("basket"));
    }

    @Test
    void sellsAgainWhatADeclinedPledgeHeld() {
        for (String pledge : List.of("p1", "p2", "p3")) {
            campaign.accept(place(pledge, 2_500, "basket"));
        }
        campaign.accept(new Command.PaymentDeclined(START, "p2", Campaigns.payment("p2"), "card_declined"));
        campaign.accept(place("p4", 2_500, "basket"));
        assertThat(campaign.escrow().tier("basket")).isEqualTo(new TierCount(0, 3));
    }

    @Test
    void reachesTheCapExactlyAndNotOneCentMore() {
        campaign.backed("p1", 14_000);
        assertThat(campaign.refuse(place("p2", 1_001))).isEqualTo(new Rejection.OverCap(1_000));
        campaign.backed("p3", 1_000);
        assertThat(campaign.escrow().leftBelowCap()).isZero();
        assertThat(campaign.refuse(place("p4", 1))).isEqualTo(new Rejection.OverCap(0));
    }

    @Test
    void countsHoldsBelowTheCap() {
        campaign.accept(place("p1", 15_000));
        assertThat(campaign.refuse(place("p2", 1))).isEqualTo(new Rejection.OverCap(0));
    }

    @Test
    void tellsAPublicBodyWhichRuleStopsIt() {
        Command.PlacePledge city = place(START, "p1", "m-ines", BackerKind.PUBLIC_BODY, new Money(50_000, "EUR"), null);
        assertThat(campaign.refuse(city)).isEqualTo(new Rejection.PublicBodyMayNotPledge("public-body-support-offer"));
    }

    @Test
    void refusesOtherCurrenciesAndAmountsThatAreNotPositive() {
        assertThat(campaign.refuse(place(START, "p1", "m", BackerKind.PERSON, new Money(500, "CHF"), null)))
                .isEqualTo(new Rejection.WrongCurrency("EUR"));
        assertThat(campaign.refuse(place("p2", 0))).isEqualTo(new Rejection.AmountNotPositive());
        assertThat(campaign.refuse(place("p3", -500))).isEqualTo(new Rejection.AmountNotPositive());
        assertThat(campaign.refuse(place("p4", Long.MAX_VALUE))).isEqualTo(new Rejection.OverCap(15_000));
    }

    @Test
    void refusesAKindThatTheTermsLeaveOut() {
        Terms giftsOnly = new Terms(
                "EUR",
                1_000,
                2_000,
                DEADLINE,
                600,
                2_000,
                Set.of(PledgeKind.GIFT),
                terms().tiers(),
                Duration.ZERO,
                null);
        assertThat(Scenario.opened(giftsOnly).refuse(place("p1", 500, "coffee")))
                .isEqualTo(new Rejection.KindNotAllowed(PledgeKind.GIFT_WITH_REWARD));
    }

    @Test
    void answersARepeatedRequestAsBefore() {
        campaign.accept(place("p1", 500));
        assertThat(campaign.accept(place("p1", 500))).isEmpty();
        assertThat(campaign.escrow().held().minorUnits()).isEqualTo(500);

        campaign.accept(new Command.SuspendCampaign(START, "to be looked into"));
        Rejection first = campaign.refuse(place("p2", 500));
        campaign.accept(new Command.ResumeCampaign(START));
        assertThat(campaign.refuse(place("p2", 500))).isEqualTo(first);
    }

    @Test
    void refusesAnotherBodyUnderTheSameKey() {
        campaign.accept(place("p1", 500));
        assertThat(campaign.refuse(withFingerprint(place("p1", 600), "other")))
                .isEqualTo(new Rejection.IdempotencyKeyReused());
        campaign.refuse(place("p2", 0));
        assertThat(campaign.refuse(withFingerprint(place("p2", 500), "other")))
                .isEqualTo(new Rejection.IdempotencyKeyReused());
    }

    @Test
    void countsABackerOnce() {
        for (String pledge : List.of("p1", "p2")) {
            campaign.accept(place(START, pledge, "m-remi", BackerKind.PERSON, new Money(500, "EUR"), null));
            campaign.accept(confirm(pledge, 500));
        }
        assertThat(campaign.escrow().backers()).isEqualTo(1);
        campaign.accept(new Command.CancelPledge(START, "p1"));
        assertThat(campaign.escrow().backers()).isEqualTo(1);
        campaign.accept(new Command.CancelPledge(START, "p2"));
        assertThat(campaign.escrow().backers()).isZero();
    }

    private static Command.PlacePledge at(Instant at, String pledge) {
        return place(at, pledge, "m-" + pledge, BackerKind.PERSON, new Money(500, "EUR"), null);
    }

    private static Command.PlacePledge withFingerprint(Command.PlacePledge place, String fingerprint) {
        return new Command.PlacePledge(
                place.at(),
                place.pledge(),
                place.backer(),
                place.organisation(),
                place.backerKind(),
                place.amount(),
                place.tier(),
                place.visibility(),
                fingerprint,
                place.payment(),
                place.hold(),
                place.loan(),
                place.rewardWaived(),
                place.reviewReasons());
    }
}
