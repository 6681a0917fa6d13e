package quartier.pledge.escrow;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.pledge.escrow.Campaigns.DEADLINE;
import static quartier.pledge.escrow.Campaigns.START;
import static quartier.pledge.escrow.Campaigns.confirm;
import static quartier.pledge.escrow.Campaigns.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LoanTest {

    private final Scenario campaign = Scenario.opened(Campaigns.lending());

    @Test
    void lendsUpToTheLimitOfALender() {
        campaign.accept(lend("l1", "m-remi", 3_000, BackerKind.PERSON, null));
        assertThat(campaign.refuse(lend("l2", "m-remi", 2_001, BackerKind.PERSON, null)))
                .isEqualTo(new Rejection.OverLoanLimit(2_000));
        campaign.accept(new Command.PaymentDeclined(START, "l1", payment("l1"), "card_declined"));
        campaign.accept(lend("l3", "m-remi", 5_000, BackerKind.PERSON, null));
    }

    @Test
    void takesLoansOfPersonsOnlyAndWithoutAReward() {
        assertThat(campaign.refuse(lend("l1", "m", 500, BackerKind.COMPANY, null)))
                .isEqualTo(new Rejection.OnlyPersonsMayLend());
        assertThat(campaign.refuse(lend("l2", "m", 500, BackerKind.PERSON, "coffee")))
                .isEqualTo(new Rejection.LoanHasNoReward());
        assertThat(Scenario.opened(Campaigns.terms()).refuse(lend("l3", "m", 500, BackerKind.PERSON, null)))
                .isEqualTo(new Rejection.KindNotAllowed(PledgeKind.INTEREST_FREE_LOAN));
    }

    @Test
    void owesWhatWasLentInMonthlyInstalments() {
        funded();
        assertThat(campaign.escrow().loans().instalments())
                .extracting(Loans.Instalment::amountMinorUnits)
                .containsExactly(2_334L, 2_333L, 2_333L);
        assertThat(campaign.escrow().loans().instalments().getFirst().due())
                .isEqualTo(Instant.parse("2027-02-01T08:00:00Z"));
        assertThat(campaign.balance(Account.LOANS)).isEqualTo(7_000);
        assertThat(campaign.balance(Account.PAYABLE_LENDERS)).isEqualTo(-7_000);
    }

    @Test
    void sharesARepaymentAmongLendersToTheCent() {
        funded();
        campaign.accept(repay("r1", 1_000));
        List<Due> due = campaign.escrow().due(DEADLINE, 10).stream()
                .filter(Due.LenderToRepay.class::isInstance)
                .toList();
        // 4,000 : 3,000 of 1,000 are 571.43 and 428.57.
        assertThat(due)
                .containsExactlyInAnyOrder(
                        new Due.LenderToRepay("r1", "l1", payment("l1"), new Money(571, "EUR"), 1),
                        new Due.LenderToRepay("r1", "l2", payment("l2"), new Money(429, "EUR"), 1));
        campaign.accept(new Command.LenderRepaid(DEADLINE, "r1", payment("l1"), "ref"));
        assertThat(campaign.accept(new Command.LenderRepaid(DEADLINE, "r1", payment("l1"), "ref")))
                .isEmpty();
        assertThat(campaign.balance(Account.PAYABLE_LENDERS)).isEqualTo(-(7_000 - 571));

        campaign.accept(repay("r2", 6_000));
        assertThat(campaign.escrow().loans().outstandingMinorUnits()).isZero();
        assertThat(campaign.escrow().loans().allocated().values()).containsExactlyInAnyOrder(4_000L, 3_000L);
    }

    @Test
    void refusesARepaymentBeyondTheDebtAndBooksOneOnce() {
        funded();
        assertThat(campaign.refuse(repay("r1", 7_001))).isEqualTo(new Rejection.MoreThanOwed(7_000));
        campaign.accept(repay("r1", 100));
        assertThat(campaign.accept(repay("r1", 100))).isEmpty();
        assertThat(campaign.refuse(repay("r1", 200))).isEqualTo(new Rejection.IdempotencyKeyReused());
    }

    @Test
    void keepsArrearsInAnAccountOfTheirOwnUntilTheyArePaid() {
        funded();
        Instant late = DEADLINE.plus(Duration.ofDays(70));
        assertThat(campaign.escrow().due(late, 10)).contains(new Due.ArrearsToMark());
        campaign.accept(new Command.MarkArrears(late));
        assertThat(campaign.balance(Account.LOANS_ARREARS)).isEqualTo(2_334);
        assertThat(campaign.accept(new Command.MarkArrears(late))).isEmpty();
        campaign.accept(repay("r1", 2_500));
        assertThat(campaign.balance(Account.LOANS_ARREARS)).isZero();
        assertThat(campaign.balance(Account.LOANS)).isEqualTo(4_500);
    }

    private void funded() {
        campaign.accept(lend("l1", "m-remi", 4_000, BackerKind.PERSON, null));
        campaign.accept(confirm("l1", 4_000));
        campaign.accept(lend("l2", "m-ines", 3_000, BackerKind.PERSON, null));
        campaign.accept(confirm("l2", 3_000));
        campaign.backed("p1", 3_000);
        campaign.accept(new Command.ReachDeadline(DEADLINE));
    }

    private static Command.ReceiveRepayment repay(String repayment, long cents) {
        return new Command.ReceiveRepayment(DEADLINE, repayment, new Money(cents, "EUR"), "transfer", null);
    }

    private static Command.PlacePledge lend(
            String pledge, String backer, long cents, BackerKind kind, @Nullable String tier) {
        Command.PlacePledge place = Campaigns.place(START, pledge, backer, kind, new Money(cents, "EUR"), tier);
        return new Command.PlacePledge(
                place.at(),
                place.pledge(),
                place.backer(),
                null,
                place.backerKind(),
                place.amount(),
                place.tier(),
                place.visibility(),
                place.fingerprint(),
                place.payment(),
                place.hold(),
                true,
                false,
                List.of());
    }
}
