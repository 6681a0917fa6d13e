package quartier.support.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static quartier.support.fund.Funds.AGENT;
import static quartier.support.fund.Funds.LUMP_SUM;
import static quartier.support.fund.Funds.NOW;
import static quartier.support.fund.Funds.TEN_PERCENT;
import static quartier.support.fund.Funds.after;
import static quartier.support.fund.Funds.campaign;
import static quartier.support.fund.Funds.matched;
import static quartier.support.fund.Funds.open;
import static quartier.support.fund.Funds.received;
import static quartier.support.fund.Funds.released;
import static quartier.support.fund.Funds.reserve;
import static quartier.support.fund.Funds.reserved;

import org.junit.jupiter.api.Test;

class MatchFundTest {

    private static final int BELOW_PERCENT = 25;

    @Test
    void opensOnlyOnceItsMoneyIsThere() {
        MatchFund draft = Funds.draft(500_000, TEN_PERCENT);

        assertRefused(draft.open(), new Rejection.MoneyNotReceived());
        assertRefused(reserve(draft, "c1", 10_000L), new Rejection.WrongState(FundState.DRAFT));
        MatchFund confirmed = after(draft.confirm(500_000, "EUR", received("VIR-1")));
        assertThat(confirmed.state()).isEqualTo(FundState.DRAFT);
        assertThat(after(confirmed.open()).state()).isEqualTo(FundState.OPEN);
    }

    @Test
    void takesOnlyTheWholeBudgetForItsMoney() {
        MatchFund draft = Funds.draft(500_000, TEN_PERCENT);

        assertRefused(draft.confirm(499_999, "EUR", received("VIR-1")), new Rejection.NotTheBudget(500_000, "EUR"));
        assertRefused(draft.confirm(500_000, "CHF", received("VIR-1")), new Rejection.NotTheBudget(500_000, "EUR"));
    }

    @Test
    void isNotConfirmedByWhoSetItUp() {
        assertRefused(
                Funds.draft(500_000, TEN_PERCENT).confirm(500_000, "EUR", new MoneyReceived("VIR-1", AGENT, NOW)),
                new Rejection.NeedsAnotherPerson());
    }

    @Test
    void hearsOfItsMoneyOnce() {
        MatchFund fund = open(500_000, TEN_PERCENT);

        assertThat(fund.confirm(500_000, "EUR", received("VIR-1"))).isInstanceOf(Decision.Unchanged.class);
        assertRefused(fund.confirm(500_000, "EUR", received("VIR-2")), new Rejection.WrongState(FundState.OPEN));
    }

    @Test
    void reservesAndAnnouncesASlice() {
        var decision = (Decision.Changed) reserve(open(500_000, TEN_PERCENT), "c1", 40_000L);

        assertThat(decision.announced()).hasSize(1);
        assertThat(decision.announced().getFirst().grantedMinorUnits()).isEqualTo(40_000);
        assertThat(decision.fund().reservedMinorUnits()).isEqualTo(40_000);
        assertThat(decision.fund().freeMinorUnits()).isEqualTo(460_000);
    }

    @Test
    void reservesTheSameOnceAndMoreAsAnIncrease() {
        MatchFund fund = reserved(open(500_000, TEN_PERCENT), "c1", 40_000);

        assertThat(reserve(fund, "c1", 40_000L)).isInstanceOf(Decision.Unchanged.class);
        assertRefused(reserve(fund, "c1", 39_999L), new Rejection.LessThanGranted(40_000, "EUR"));
        assertThat(reserved(fund, "c1", 60_000).reservedMinorUnits()).isEqualTo(60_000);
    }

    @Test
    void takesARepetitionForOneAlsoAfterATopUp() {
        MatchFund fund = reserved(open(500_000, TEN_PERCENT), "c1", 40_000);
        MatchFund toppedUp = after(fund.hear(matched("c1", 38_000, 7), BELOW_PERCENT, NOW));

        assertThat(toppedUp.reservedMinorUnits()).isEqualTo(80_000);
        assertThat(reserve(toppedUp, "c1", 40_000L)).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void neverReservesMoreThanItsBudgetNorThanTheCapOfACampaign() {
        MatchFund fund = reserved(open(100_000, TEN_PERCENT), "c1", 70_000);

        assertRefused(reserve(fund, "c2", 30_001L), new Rejection.OverBudget(30_000, "EUR"));
        assertRefused(reserve(fund, "c1", 100_001L), new Rejection.OverCampaignCap(100_000, "EUR"));
        assertThat(reserved(fund, "c2", 30_000).freeMinorUnits()).isZero();
    }

    @Test
    void reservesALumpSumWithoutBeingToldHowMuch() {
        MatchFund fund = open(120_000, LUMP_SUM);

        assertThat(after(reserve(fund, "c1", null)).reservedMinorUnits()).isEqualTo(50_000);
        assertRefused(reserve(fund, "c1", 49_999L), new Rejection.NotTheLumpSum(50_000, "EUR"));
    }

    @Test
    void isForLiveCampaignsWithinItsScopeAndCurrency() {
        MatchFund fund = open(500_000, TEN_PERCENT);

        assertRefused(asked(fund, campaign("c1", "m-a", "lyon", "EUR", false)), new Rejection.CampaignNotLive());
        assertRefused(asked(fund, campaign("c1", "m-a", "grenoble", "EUR", true)), new Rejection.OutsideScope());
        assertRefused(asked(fund, campaign("c1", "m-a", "lyon", "CHF", true)), new Rejection.OtherCurrency("CHF"));
        assertRefused(asked(fund, campaign("c1", AGENT, "lyon", "EUR", true)), new Rejection.ConflictOfInterest());
        assertRefused(
                fund.reserve("a1", campaign("c1"), 10_000L, AGENT, NOW.plusSeconds(86_400)),
                new Rejection.OutsideWindow());
    }

    @Test
    void toSayAThemeIsToLeaveOthersOut() {
        var scope = new Scope(null, "nature", NOW, NOW.plusSeconds(1));

        assertThat(scope.covers(campaign("c1"))).isTrue();
        assertThat(new Scope(null, "velo", NOW, NOW.plusSeconds(1)).covers(campaign("c1")))
                .isFalse();
    }

    @Test
    void topsUpWhatRunsLowWhileTheBudgetLasts() {
        MatchFund fund = reserved(open(100_000, TEN_PERCENT), "c1", 40_000);

        var enough = (Decision.Changed) fund.hear(matched("c1", 30_000, 1), BELOW_PERCENT, NOW);
        assertThat(enough.announced()).isEmpty();
        var low = (Decision.Changed) enough.fund().hear(matched("c1", 30_001, 2), BELOW_PERCENT, NOW);
        assertThat(low.announced().getFirst().grantedMinorUnits()).isEqualTo(80_000);
        var lower = (Decision.Changed) low.fund().hear(matched("c1", 79_000, 3), BELOW_PERCENT, NOW);
        assertThat(lower.announced().getFirst().grantedMinorUnits())
                .as("what is left of the budget")
                .isEqualTo(100_000);
        var empty = (Decision.Changed) lower.fund().hear(matched("c1", 100_000, 4), BELOW_PERCENT, NOW);
        assertThat(empty.announced()).isEmpty();
    }

    @Test
    void topsUpNothingThatIsClosedOrAfterItsWindow() {
        MatchFund fund = reserved(open(100_000, TEN_PERCENT), "c1", 40_000);
        MatchReport low = matched("c1", 39_000, 1);

        assertThat(after(after(fund.closeAllowance("c1")).hear(low, BELOW_PERCENT, NOW))
                        .reservedMinorUnits())
                .isEqualTo(40_000);
        assertThat(after(after(fund.close()).hear(low, BELOW_PERCENT, NOW)).reservedMinorUnits())
                .isEqualTo(40_000);
        assertThat(after(fund.hear(low, BELOW_PERCENT, NOW.plusSeconds(86_400))).reservedMinorUnits())
                .isEqualTo(40_000);
    }

    @Test
    void takesBackWhatACampaignReleasesAndGivesItToWhoRanLow() {
        MatchFund fund = reserved(reserved(open(100_000, TEN_PERCENT), "c1", 60_000), "c2", 40_000);
        fund = after(fund.hear(matched("c2", 40_000, 5), BELOW_PERCENT, NOW));
        assertThat(fund.freeMinorUnits()).isZero();

        var decision = (Decision.Changed) fund.hear(released("c1", 12_000, 9), BELOW_PERCENT, NOW);

        assertThat(decision.announced()).extracting(Allowance::campaign).containsExactly("c2");
        assertThat(decision.fund().allowanceOf("c2").orElseThrow().grantedMinorUnits())
                .isEqualTo(80_000);
        assertThat(decision.fund().freeMinorUnits()).isEqualTo(8_000);
        assertThat(decision.fund().matchedMinorUnits()).isEqualTo(52_000);
    }

    @Test
    void keepsWhatStandsBesidePledgesUntilTheyAreRefunded() {
        MatchFund fund = reserved(open(100_000, TEN_PERCENT), "c1", 60_000);
        fund = after(fund.hear(released("c1", 60_000, 1), BELOW_PERCENT, NOW));
        assertThat(fund.freeMinorUnits()).isEqualTo(40_000);

        assertThat(after(fund.hear(released("c1", 0, 2), BELOW_PERCENT, NOW)).freeMinorUnits())
                .isEqualTo(100_000);
    }

    @Test
    void takesBackWhatACampaignNeverHeardOfBeforeItWasOver() {
        MatchFund fund = reserved(reserved(open(100_000, TEN_PERCENT), "c1", 60_000), "c2", 40_000);
        fund = after(fund.hear(matched("c2", 31_000, 5), 0, NOW));

        MatchFund next = after(after(fund.end("c1", 0, NOW)).end("c2", 0, NOW));

        assertThat(next.freeMinorUnits()).isEqualTo(69_000);
        assertThat(next.end("c1", 0, NOW)).isInstanceOf(Decision.Unchanged.class);
        assertThat(after(next.hear(released("c2", 0, 6), 0, NOW)).freeMinorUnits())
                .isEqualTo(100_000);
    }

    @Test
    void ignoresOldNews() {
        MatchFund fund = reserved(open(100_000, TEN_PERCENT), "c1", 60_000);
        fund = after(fund.hear(matched("c1", 9_000, 7), BELOW_PERCENT, NOW));

        assertThat(fund.hear(matched("c1", 9_000, 7), BELOW_PERCENT, NOW)).isInstanceOf(Decision.Unchanged.class);
        assertThat(fund.hear(released("c1", 0, 6), BELOW_PERCENT, NOW)).isInstanceOf(Decision.Unchanged.class);
    }

    @Test
    void doesNotBelieveWhatCannotBeTrue() {
        MatchFund fund = reserved(open(100_000, TEN_PERCENT), "c1", 60_000);

        assertThatIllegalArgumentException().isThrownBy(() -> fund.hear(matched("c1", 60_001, 1), BELOW_PERCENT, NOW));
        assertThatIllegalArgumentException().isThrownBy(() -> fund.hear(matched("c9", 1, 1), BELOW_PERCENT, NOW));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fund.hear(new MatchReport("f1", "a-c1", 1, "CHF", false, 1), BELOW_PERCENT, NOW));
    }

    @Test
    void closesWithAllThatItStillPromises() {
        MatchFund fund = reserved(reserved(open(100_000, TEN_PERCENT), "c1", 60_000), "c2", 40_000);
        fund = after(fund.hear(released("c1", 1_000, 1), 0, NOW));

        var decision = (Decision.Changed) fund.close();

        assertThat(decision.announced()).extracting(Allowance::campaign).containsExactly("c2");
        assertThat(decision.announced()).noneMatch(Allowance::isOpen);
        assertThat(decision.fund().close()).isInstanceOf(Decision.Unchanged.class);
        assertRefused(reserve(decision.fund(), "c3", 1_000L), new Rejection.WrongState(FundState.CLOSED));
        assertRefused(decision.fund().open(), new Rejection.WrongState(FundState.CLOSED));
        assertThat(decision.fund().reservedMinorUnits())
                .as("until the campaign gives it back")
                .isEqualTo(41_000);
    }

    @Test
    void anAllowanceThatEndedIsNotReservedAgain() {
        MatchFund fund = reserved(open(100_000, TEN_PERCENT), "c1", 60_000);
        MatchFund closed = after(fund.closeAllowance("c1"));

        assertRefused(reserve(closed, "c1", 60_000L), new Rejection.AllowanceEnded());
        assertThat(closed.closeAllowance("c1")).isInstanceOf(Decision.Unchanged.class);
        assertRefused(closed.closeAllowance("c2"), new Rejection.NoSuchAllowance());
    }

    @Test
    void holdsNoMoreAllowancesThanADocumentShould() {
        MatchFund fund = open(10_000_000, TEN_PERCENT);
        for (int i = 0; i < MatchFund.MOST_ALLOWANCES; i++) {
            fund = reserved(fund, "c" + i, 1_000);
        }

        assertRefused(reserve(fund, "one-more", 1_000L), new Rejection.TooManyAllowances(500));
    }

    private static Decision asked(MatchFund fund, LiveCampaign campaign) {
        return fund.reserve("a1", campaign, 10_000L, AGENT, NOW);
    }

    private static void assertRefused(Decision decision, Rejection reason) {
        assertThat(decision).isEqualTo(new Decision.Refused(reason));
    }
}
