package quartier.pledge.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.pledge.escrow.Campaigns.DEADLINE;
import static quartier.pledge.escrow.Campaigns.START;
import static quartier.pledge.escrow.Campaigns.change;
import static quartier.pledge.escrow.Campaigns.confirm;
import static quartier.pledge.escrow.Campaigns.place;

import java.util.List;
import org.junit.jupiter.api.Test;

class MatchTest {

    private final Scenario campaign = Scenario.opened(Campaigns.terms());

    @Test
    void completesAPledgeInTheDecisionThatConfirmsIt() {
        grant("a", 1_000, new MatchRule.Proportional(1_000, 0, null, null));
        campaign.accept(place("p1", 2_559));
        List<Event> events = campaign.accept(confirm("p1", 2_559));
        // 10 % of 25.59, rounded down.
        assertThat(events).last().isEqualTo(new Event.Matched(START.plusSeconds(120), "a", "fund", "p1", 255));
        assertThat(campaign.escrow().raised()).isEqualTo(new Money(2_814, "EUR"));
        assertThat(campaign.balance(Account.ESCROW)).isEqualTo(-2_814);
        assertThat(campaign.balance(Account.MATCH)).isEqualTo(-745);
    }

    @Test
    void neverGoesBeyondTheAllowanceNorTheCaps() {
        grant("a", 700, new MatchRule.Proportional(10_000, 0, 300L, 500L));
        campaign.backed("p1", 1_000);
        assertThat(matched()).as("the cap of a pledge").isEqualTo(300);
        campaign.accept(Campaigns.place(START, "p2", "m-p1", BackerKind.PERSON, new Money(1_000, "EUR"), null));
        campaign.accept(confirm("p2", 1_000));
        assertThat(matched()).as("the cap of a backer").isEqualTo(500);
        campaign.backed("p3", 1_000);
        assertThat(matched()).as("the allowance").isEqualTo(700);
        campaign.backed("p4", 1_000);
        assertThat(matched()).isEqualTo(700);
    }

    @Test
    void matchesOnlyWhatLiesAboveItsThreshold() {
        grant("a", 10_000, new MatchRule.Proportional(5_000, 1_500, null, null));
        campaign.backed("p1", 1_000);
        assertThat(matched()).isZero();
        campaign.backed("p2", 1_000);
        assertThat(matched()).isEqualTo(250);
    }

    @Test
    void goesBackWithItsPledgeAndMatchesTheNextOne() {
        grant("a", 200, new MatchRule.Proportional(1_000, 0, null, null));
        campaign.backed("p1", 2_000);
        assertThat(matched()).isEqualTo(200);
        campaign.accept(new Command.CancelPledge(START, "p1"));
        assertThat(matched()).isZero();
        campaign.backed("p2", 1_500);
        assertThat(matched()).isEqualTo(150);
        campaign.accept(change("p2", "less", 1_000, null));
        assertThat(matched()).isEqualTo(100);
    }

    @Test
    void countsForTheGoalAndIsPaidOutWithThePledges() {
        grant("a", 1_000, new MatchRule.Proportional(1_000, 0, null, null));
        campaign.backed("p1", 9_100);
        campaign.accept(new Command.ReachDeadline(DEADLINE));
        assertThat(campaign.escrow().state()).isEqualTo(CampaignState.FUNDED);
        assertThat(campaign.escrow().split().orElseThrow().collected()).isEqualTo(10_010);
        assertThat(campaign.balance(Account.MATCH))
                .as("the unused part is the fund's again")
                .isZero();
        assertThat(campaign.balance(Account.ESCROW)).isZero();
    }

    @Test
    void goesBackWholeWhenTheCampaignFails() {
        grant("a", 1_000, new MatchRule.Proportional(1_000, 0, null, null));
        campaign.backed("p1", 5_000);
        campaign.accept(new Command.ReachDeadline(DEADLINE));
        campaign.accept(new Command.RefundSucceeded(DEADLINE, Campaigns.payment("p1")));
        assertThat(campaign.escrow().isSettled()).isTrue();
        assertThat(campaign.balance(Account.MATCH)).isZero();
        assertThat(campaign.balance(Account.CASH_PSP)).isZero();
    }

    @Test
    void givesALumpSumWhenTheCampaignHasComeSoFarAndTakesItBackWhenItFallsBehind() {
        grant("a", 500, new MatchRule.LumpSum(500, MatchRule.Trigger.BACKERS, 2));
        campaign.backed("p1", 1_000);
        assertThat(matched()).isZero();
        campaign.backed("p2", 1_000);
        assertThat(matched()).isEqualTo(500);
        campaign.accept(new Command.CancelPledge(START, "p2"));
        assertThat(matched()).isZero();
    }

    @Test
    void neverLiftsACampaignOverItsCap() {
        grant("a", 9_000, new MatchRule.Proportional(10_000, 0, null, null));
        campaign.backed("p1", 8_000);
        assertThat(campaign.escrow().raised().minorUnits()).isEqualTo(15_000);
        assertThat(campaign.refuse(place("p2", 1))).isEqualTo(new Rejection.OverCap(0));
    }

    @Test
    void addsWhatIsToppedUpOnceAndRefusesWhatContradictsItself() {
        MatchRule rule = new MatchRule.Proportional(1_000, 0, null, null);
        grant("a", 200, rule);
        assertThat(campaign.accept(granted("a", 200, rule, "EUR"))).isEmpty();
        campaign.accept(granted("a", 500, rule, "EUR"));
        assertThat(campaign.accept(granted("a", 200, rule, "EUR")))
                .as("older news")
                .isEmpty();
        assertThat(campaign.escrow().allowances().getFirst().leftMinorUnits()).isEqualTo(500);
        assertThat(campaign.refuse(granted("b", 200, rule, "CHF"))).isEqualTo(new Rejection.WrongCurrency("EUR"));
        assertThat(campaign.refuse(granted("a", 900, new MatchRule.Proportional(2_000, 0, null, null), "EUR")))
                .isEqualTo(new Rejection.AllowanceDiffers());
    }

    @Test
    void releasesWhatIsLeftOfAClosedAllowanceAndKeepsWhatStandsBesidePledges() {
        grant("a", 1_000, new MatchRule.Proportional(1_000, 0, null, null));
        campaign.backed("p1", 2_000);
        campaign.accept(new Command.CloseAllowance(START, "a"));
        assertThat(campaign.balance(Account.MATCH)).isZero();
        campaign.backed("p2", 2_000);
        assertThat(matched()).isEqualTo(200);
        campaign.accept(new Command.CancelPledge(START, "p1"));
        assertThat(matched()).isZero();
        assertThat(campaign.balance(Account.MATCH)).isZero();
    }

    private long matched() {
        return campaign.escrow().totals().matched();
    }

    private void grant(String allowance, long cents, MatchRule rule) {
        campaign.accept(granted(allowance, cents, rule, "EUR"));
    }

    private static Command.GrantAllowance granted(String allowance, long cents, MatchRule rule, String currency) {
        return new Command.GrantAllowance(START, allowance, "fund", new Money(cents, currency), rule);
    }
}
