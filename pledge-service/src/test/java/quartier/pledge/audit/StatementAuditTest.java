package quartier.pledge.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.pledge.escrow.Campaigns.DEADLINE;
import static quartier.pledge.escrow.Campaigns.START;
import static quartier.pledge.escrow.Campaigns.confirm;
import static quartier.pledge.escrow.Campaigns.open;
import static quartier.pledge.escrow.Campaigns.payment;
import static quartier.pledge.escrow.Campaigns.place;
import static quartier.pledge.escrow.Campaigns.terms;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quartier.pledge.escrow.Account;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Entry;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.Money;
import quartier.pledge.escrow.Transaction;
import quartier.pledge.escrow.Transaction.Posting;
import quartier.pledge.escrow.journal.MemoryJournal;
import quartier.pledge.escrow.journal.StoredJournal;

/** The provider's statement beside the ledger, and each mistake in what is recorded of it. */
class StatementAuditTest {

    private static final String CAMPAIGN = "kfe";

    private final MemoryJournal journal = new MemoryJournal();
    private final MemoryComparisons comparisons = new MemoryComparisons();
    private final MemoryCheckpoints checkpoints = new MemoryCheckpoints();

    /** Two charges, a refund, a payout that comes back and goes again, a dispute that is won: eleven pages. */
    @BeforeEach
    void live() {
        accept(open(terms()));
        accept(place("p1", 10_000));
        accept(confirm(START, "p1", payment("p1"), 10_000, 30));
        accept(confirm(START, "p1", "pay-twice", 500, 0));
        accept(new Command.RefundSucceeded(START, "pay-twice"));
        accept(new Command.ReachDeadline(DEADLINE));
        accept(new Command.PayoutSucceeded(DEADLINE, "main", 1, "po-1"));
        accept(new Command.PayoutReturned(DEADLINE, "main", 1, "account closed"));
        accept(new Command.RetryPayout(DEADLINE, "main"));
        accept(new Command.DisputeOpened(
                DEADLINE, "d1", "p1", payment("p1"), new Money(10_000, "EUR"), new Money(15, "EUR")));
        accept(new Command.DisputeWon(DEADLINE, "d1"));
        journal.project(CAMPAIGN);
        comparisons.compare(journal, CAMPAIGN);
        comparisons.agree();
    }

    @Test
    void findsNothingWhereAllMatchesAndSaysHowManyLinesItLookedAt() {
        AuditReport report = audit(AuditMode.FULL);
        assertThat(report.isClean())
                .as(() -> report.messages(Check.STATEMENT).toString())
                .isTrue();
        assertThat(report.examined(Check.STATEMENT)).isEqualTo(7 + 7);
    }

    @Test
    void findsNothingWhereALineStandsInSuspenseWithItsAge() {
        comparisons.forgetStatement("charge pay-twice EUR");
        comparisons.stranger("charge pi_stranger EUR", 700);
        AuditReport report = audit(AuditMode.FULL);
        assertThat(report.isClean())
                .as(() -> report.messages(Check.STATEMENT).toString())
                .isTrue();
        assertThat(report.examined(Check.STATEMENT)).isEqualTo(7 + 7);
    }

    @Test
    void doesNotMindWhatWasNotComparedYetOrMatchedLongAgo() {
        comparisons.page(CAMPAIGN, 6);
        comparisons.remove("payout po-1 EUR");
        comparisons.remove("dispute d1 EUR");
        assertThat(audit(AuditMode.FULL).isClean()).isTrue();
        comparisons.page(CAMPAIGN, 11);
        assertFinds("neither matched nor in suspense: kfe/7/");
        comparisons.rememberedFrom(DEADLINE.plus(Duration.ofDays(1)));
        assertThat(audit(AuditMode.FULL).isClean()).isTrue();
    }

    @Test
    void findsALineOfTheLedgerThatNobodyCompared() {
        comparisons.remove("refund pay-twice EUR");
        assertFinds("neither matched nor in suspense: kfe/5/0, -500 of refund pay-twice EUR");
    }

    @Test
    void findsALineThatIsComparedWithAnotherAmount() {
        comparisons.changeLedger("charge pay-p1 EUR", -1);
        assertFinds("is compared as 9969 of charge pay-p1 EUR, the journal has 9970 of charge pay-p1 EUR");
    }

    @Test
    void findsALineThatIsComparedUnderAnotherName() {
        comparisons.rename("refund pay-twice EUR", "refund pay-p1 EUR");
        assertFinds("is compared as -500 of refund pay-p1 EUR, the journal has -500 of refund pay-twice EUR");
    }

    @Test
    void findsALineOfAnInventedPage() {
        comparisons.ledger(CAMPAIGN, "refund invented EUR", "kfe/3/9", -400);
        assertFinds("is compared and not in the journal: kfe/3/9 of refund invented EUR");
    }

    @Test
    void findsADifferenceThatIsHidden() {
        comparisons.forgetStatement("charge pay-p1 EUR");
        comparisons.pretendToMatch("charge pay-p1 EUR");
        assertFinds("charge pay-p1 EUR differs by -9970, and is said to by 0");
    }

    @Test
    void findsWhatOnlyTheProviderHasAndIsHidden() {
        comparisons.stranger("charge pi_stranger EUR", 700);
        comparisons.pretendToMatch("charge pi_stranger EUR");
        assertFinds("charge pi_stranger EUR differs by 700, and is said to by 0");
    }

    @Test
    void findsALineThatIsCountedTwice() {
        comparisons.repeatStatement("payout po-1 EUR");
        assertFinds("payout po-1 EUR counts a line twice");
    }

    @Test
    void findsSuspenseWithoutAnAge() {
        comparisons.forgetStatement("dispute d1 EUR");
        comparisons.forgetAge("dispute d1 EUR");
        assertFinds("dispute d1 EUR is in suspense without an age");
    }

    @Test
    void findsAComparisonThatIsAheadOfTheJournal() {
        comparisons.page(CAMPAIGN, 12);
        assertFinds("was compared up to page 12, the journal ends at page 11");
    }

    @Test
    void findsComparisonsOfACampaignWithoutAJournal() {
        comparisons.ledger("elsewhere", "charge pay-x EUR", "elsewhere/1/0", 400);
        assertFinds("1 comparisons are of campaigns without a journal");
    }

    @Test
    void findsMoneyThatMovesWithoutALineForTheStatement() {
        journal.plant(
                CAMPAIGN,
                new Entry(
                        null,
                        List.of(new Event.CampaignResumed(DEADLINE)),
                        new Transaction(List.of(
                                new Posting(Account.CASH_PSP, -100, null),
                                new Posting(Account.PAYABLE_OWNER, 100, null)))));
        assertFinds("-100 move on our account with the provider, 0 are named");
    }

    @Test
    void looksAgainOnlyAtWhatWasComparedSinceItsCheckpoint() {
        comparisons.page(CAMPAIGN, 6);
        audit(AuditMode.FULL);
        assertThat(audit(AuditMode.INCREMENTAL).examined(Check.STATEMENT)).isZero();
        comparisons.page(CAMPAIGN, 11);
        comparisons.remove("dispute d1 EUR");
        assertThat(audit(AuditMode.INCREMENTAL).messages(Check.STATEMENT))
                .anyMatch(found -> found.contains("of dispute d1 EUR"));
    }

    private void accept(Command command) {
        journal.accept(CAMPAIGN, command);
    }

    private AuditReport audit(AuditMode mode) {
        return new Auditor(new StoredJournal(journal), comparisons, checkpoints, () -> {}).audit(mode);
    }

    private void assertFinds(String message) {
        assertThat(audit(AuditMode.FULL).messages(Check.STATEMENT)).anyMatch(found -> found.contains(message));
    }
}
