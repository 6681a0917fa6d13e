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
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import quartier.pledge.escrow.Account;
import quartier.pledge.escrow.BackerKind;
import quartier.pledge.escrow.Bookkeeping;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Dispute;
import quartier.pledge.escrow.Entry;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.Lives;
import quartier.pledge.escrow.LoanTerms;
import quartier.pledge.escrow.Loans;
import quartier.pledge.escrow.MatchRule;
import quartier.pledge.escrow.Money;
import quartier.pledge.escrow.Page;
import quartier.pledge.escrow.PledgeKind;
import quartier.pledge.escrow.Promise;
import quartier.pledge.escrow.RefundReason;
import quartier.pledge.escrow.Rejection;
import quartier.pledge.escrow.Returned;
import quartier.pledge.escrow.Split;
import quartier.pledge.escrow.Terms;
import quartier.pledge.escrow.Transaction;
import quartier.pledge.escrow.Transaction.Posting;
import quartier.pledge.escrow.Visibility;
import quartier.pledge.escrow.journal.MemoryJournal;
import quartier.pledge.escrow.journal.StoredJournal;

/** Each planted mistake is found by the check that is meant to, and nothing is found where nothing is wrong. */
class AuditorTest {

    private static final String CAMPAIGN = "kfe";
    private static final int LIVES = 400;

    private final MemoryJournal journal = new MemoryJournal();
    private final MemoryComparisons comparisons = new MemoryComparisons();
    private final MemoryCheckpoints checkpoints = new MemoryCheckpoints();

    @Test
    void findsNothingInRandomLives() {
        for (long seed = 1; seed <= LIVES; seed++) {
            String campaign = Lives.CAMPAIGN;
            MemoryJournal life = new MemoryJournal();
            Lives.settled(seed).forEach(entry -> life.plant(campaign, entry));
            life.project(campaign);
            AuditReport report = new Auditor(new StoredJournal(life)).audit();
            assertThat(report.isClean()).as("seed %d: %s", seed, print(report)).isTrue();
        }
    }

    @Test
    void findsNothingInALifeWithEverythingAndLooksAtAllOfIt() {
        wholeLife();
        journal.project(CAMPAIGN);
        comparisons.compare(journal, CAMPAIGN);
        AuditReport report = audit();
        assertThat(report.isClean()).as(() -> print(report)).isTrue();
        assertThat(Check.values()).allMatch(check -> report.examined(check) > 0);
    }

    @Test
    void namesATamperedPage() {
        live();
        journal.tamper(CAMPAIGN, 2, "m-p1");
        assertFinds(Check.CHAIN, "page 2 is not what its hash says");
    }

    @Test
    void findsAMissingPage() {
        live();
        journal.remove(CAMPAIGN, 2);
        assertFinds(Check.CHAIN, "1 pages are missing below page 5");
    }

    @Test
    void findsABrokenChain() {
        live();
        journal.plantAfter(Page.NO_HASH, CAMPAIGN, entry(new Event.PledgeCancelled(START, "p1")));
        assertFinds(Check.CHAIN, "page 6 does not follow the one before");
    }

    @Test
    void findsAnUnbalancedTransaction() {
        live();
        journal.plant(
                CAMPAIGN,
                new Entry(
                        null,
                        List.of(new Event.Refunded(START, returned("p1", 500))),
                        new Transaction(List.of(
                                new Posting(Account.ESCROW, 500, null), new Posting(Account.CASH_PSP, -499, null)))));
        assertFinds(Check.BALANCE, "misses 1");
        assertFinds(Check.BALANCE, "the trial balance is 1");
    }

    @Test
    void findsMoneyThatMovedWithoutATransaction() {
        live();
        journal.plant(CAMPAIGN, new Entry(null, List.of(new Event.Refunded(START, returned("p1", 500))), null));
        assertFinds(Check.BALANCE, "does not say what its events say");
        assertFinds(Check.ESCROW, "the account escrow says -1000, its events make -500");
    }

    @Test
    void findsAnAmountThatIsNotPositive() {
        live();
        plant(new Event.PledgePlaced(START, promise("p9", -5, null), DEADLINE));
        assertFinds(Check.AMOUNTS, "not positive: -5");
    }

    @Test
    void findsAHoldThatEndsTwice() {
        live();
        plant(new Event.HoldExpired(START, "p1"));
        assertFinds(Check.HOLDS, "a hold ends that there is not");
    }

    @Test
    void findsARefundThatIsMadeTwice() {
        live();
        accept(new Command.CancelPledge(START, "p1"));
        accept(new Command.RefundSucceeded(START, payment("p1")));
        plant(new Event.Refunded(START, returned("p1", 500)));
        assertFinds(Check.REFUNDS, "refunded twice: pay-p1");
    }

    @Test
    void findsARefundOfMoreThanCameIn() {
        live();
        accept(new Command.CancelPledge(START, "p1"));
        plant(new Event.Refunded(START, returned("p1", 501)));
        assertFinds(Check.REFUNDS, "a refund of 501 where 500 are left: pay-p1");
    }

    @Test
    void findsARefundOfAPledgeThatStillCounts() {
        live();
        plant(new Event.Refunded(START, returned("p1", 500)));
        assertFinds(Check.REFUNDS, "a refund of what still counts: pay-p1");
    }

    @Test
    void findsAPayoutWithoutSuccess() {
        live();
        plant(new Event.PaidOut(START, 500, "po-1", "main", 1));
        assertFinds(Check.ALL_OR_NOTHING, "paid out without success");
    }

    @Test
    void findsAPayoutThatIsMadeTwice() {
        funded();
        accept(new Command.PayoutSucceeded(DEADLINE, "main", 1, "po-1"));
        plant(new Event.PaidOut(DEADLINE, 10_208, "po-2", "main", 1));
        assertFinds(Check.SPLIT, "paid out twice: main");
    }

    @Test
    void findsASettlementThatSkippedARefund() {
        live();
        accept(new Command.ReachDeadline(DEADLINE));
        plant(new Event.CampaignSettled(DEADLINE, 0));
        assertFinds(Check.ALL_OR_NOTHING, "settled while 1000 were not given back");
        assertFinds(Check.REFUNDS, "settled and not given back: pay-p1");
    }

    @Test
    void findsAVerdictTooEarlyTwiceOrWithAPaymentUnknown() {
        live();
        accept(place("p9", 500));
        plant(new Event.CampaignNotFunded(START, 2, 1_000));
        assertFinds(Check.VERDICT, "a verdict before the deadline");
        assertFinds(Check.VERDICT, "a verdict on a campaign that was not closing");
        assertFinds(Check.VERDICT, "a verdict while 1 payments were unknown");
        plant(new Event.CampaignNotFunded(DEADLINE, 2, 1_000));
        assertFinds(Check.VERDICT, "more than one verdict");
    }

    @Test
    void findsAVerdictWithAReviewOpen() {
        live();
        plant(new Event.PledgeFlagged(START, "p1", List.of("velocity")));
        plant(new Event.CampaignClosing(DEADLINE), new Event.CampaignNotFunded(DEADLINE, 2, 1_000));
        assertFinds(Check.VERDICT, "a verdict while 1 pledges were under review");
    }

    @Test
    void findsAPledgeThatCountsAfterTheVerdict() {
        funded();
        plant(
                new Event.PledgePlaced(DEADLINE, promise("p9", 500, null), DEADLINE),
                new Event.PledgeConfirmed(DEADLINE, "p9", 500, 0, null));
        assertFinds(Check.VERDICT, "counts after the verdict: p9");
        assertFinds(Check.HOLDS, "placed after the deadline: p9");
    }

    @Test
    void findsPledgesOverTheCapAndBeyondTheStock() {
        live();
        plant(new Event.PledgePlaced(START, promise("p9", 14_500, null), DEADLINE));
        assertFinds(Check.LIMITS, "over the cap with p9: 15500");
        for (int i = 0; i < 4; i++) {
            plant(new Event.PledgePlaced(START, promise("basket" + i, 1, "basket"), DEADLINE));
        }
        assertFinds(Check.LIMITS, "tier basket sold beyond its stock: 4");
    }

    @Test
    void findsASuccessBelowTheGoalAndACentThatWentTheWrongWay() {
        live();
        plant(
                new Event.CampaignClosing(DEADLINE),
                new Event.CampaignFunded(DEADLINE, 2, new Split(1_000, 60, 11, 0, 929), 0, null, 0));
        assertFinds(Check.ALL_OR_NOTHING, "funded with 1000 of 10000");
        assertFinds(Check.SPLIT, "the split should be Split[collected=1000, commission=60, vat=12");
    }

    @Test
    void findsAReserveThatWasNotKept() {
        live();
        accept(place("p3", 10_000));
        accept(new Command.PaymentConfirmed(
                START, "p3", payment("p3"), eur(10_000), eur(0), DEADLINE.plus(Duration.ofDays(20))));
        plant(
                new Event.CampaignClosing(DEADLINE),
                new Event.CampaignFunded(DEADLINE, 3, Split.of(11_000, 600, 2_000, 0), 0, null, 0));
        assertFinds(Check.SPLIT, "the reserve is 0, should be 10000");
    }

    @Test
    void findsCashThatOnePersonEnteredAndConfirmed() {
        live();
        accept(cash("c1", 1_000));
        plant(new Event.OfflineConfirmed(START, "c1", 1_000, "m-agent"));
        assertFinds(Check.HOLDS, "cash that one person entered and confirmed: c1");
    }

    @Test
    void findsCashThatTheVerdictForgot() {
        live();
        accept(cash("c1", 9_000));
        accept(new Command.ConfirmOfflinePledge(START, "c1", "m-other"));
        plant(
                new Event.CampaignClosing(DEADLINE),
                new Event.CampaignFunded(DEADLINE, 3, Split.of(10_000, 600, 2_000, 0), 0, null, 0));
        assertFinds(Check.SPLIT, "the owner's cash is 0, should be 9000");
    }

    @Test
    void findsStrayMoneyThatWasKept() {
        live();
        accept(confirm(START, "p1", "pay-twice", 500, 0));
        accept(new Command.CancelCampaign(START, "moved away"));
        accept(new Command.RefundSucceeded(START, payment("p1")));
        accept(new Command.RefundSucceeded(START, payment("p2")));
        plant(new Event.CampaignSettled(START, 2));
        assertFinds(Check.STRAYS, "settled and not given back: pay-twice");
    }

    @Test
    void findsMoneyThatIsBookedTwice() {
        live();
        plant(new Event.StrayMoneyReceived(START, returned("p1", 500), 0));
        assertFinds(Check.REFUNDS, "booked twice: pay-p1");
    }

    @Test
    void findsADisputeThatTheEscrowBearsAfterThePayout() {
        funded();
        plant(new Event.MoneyDisputed(DEADLINE, dispute("d1", "p1", payment("p1"), true)));
        assertFinds(Check.DISPUTES, "borne by the escrow, which has not (any more) what it takes: d1");
        assertFinds(Check.ESCROW, "the escrow is -500");
    }

    @Test
    void findsADisputeOfAnotherCampaignsPayment() {
        live();
        plant(new Event.MoneyDisputed(START, dispute("d1", "elsewhere", "pay-elsewhere", false)));
        assertFinds(Check.DISPUTES, "of a payment that this campaign never had: pay-elsewhere");
    }

    @Test
    void findsADisputeThatIsWonTwice() {
        live();
        accept(new Command.DisputeOpened(START, "d1", "p1", payment("p1"), eur(500), eur(0)));
        accept(new Command.DisputeWon(START, "d1"));
        Dispute won = new Dispute("d1", "p1", payment("p1"), 500, 0, true, Dispute.State.WON, START);
        plant(new Event.DisputeResolved(START, won, false));
        assertFinds(Check.DISPUTES, "resolved, and not open like this: d1");
    }

    @Test
    void findsAPledgeThatADisputeTookOutOfItsReview() {
        live();
        plant(new Event.PledgeFlagged(START, "p1", List.of("velocity")));
        plant(new Event.MoneyDisputed(START, dispute("d1", "p1", payment("p1"), true)));
        Dispute won = new Dispute("d1", "p1", payment("p1"), 500, 0, true, Dispute.State.WON, START);
        plant(new Event.DisputeResolved(START, won, true));
        assertFinds(Check.VERDICT, "counts again without its review: p1");
    }

    @Test
    void findsAMatchBeyondItsAllowance() {
        live();
        accept(grant(300));
        accept(place("p3", 400));
        accept(confirm("p3", 400));
        plant(new Event.Matched(START, "a1", "fund", "p3", 101));
        assertFinds(Check.ALLOWANCES, "allowance a1 matches 301 of 300");
        assertFinds(Check.ALLOWANCES, "allowance a1 puts 301 beside pledge p3, not 200");
    }

    @Test
    void findsAMatchThatDoesNotGoBackWithItsPledge() {
        live();
        accept(grant(300));
        accept(place("p3", 400));
        accept(confirm("p3", 400));
        plant(new Event.PledgeCancelled(START, "p3"));
        assertFinds(Check.ALLOWANCES, "allowance a1 puts 200 beside pledge p3, not 0");
    }

    @Test
    void findsAMatchThatStaysWhenTheCampaignFails() {
        live();
        accept(grant(300));
        accept(place("p3", 400));
        accept(confirm("p3", 400));
        plant(new Event.CampaignClosing(DEADLINE), new Event.CampaignNotFunded(DEADLINE, 3, 1_600));
        assertFinds(Check.ALLOWANCES, "200 stay beside the pledges of a campaign that failed");
    }

    @Test
    void findsAnAllowanceThatWasNeverGranted() {
        live();
        plant(new Event.Matched(START, "a9", "fund", "p1", 10));
        assertFinds(Check.ALLOWANCES, "allowance a9 was never granted");
    }

    @Test
    void findsAPledgeInTwoCampaigns() {
        live();
        journal.project(CAMPAIGN);
        journal.accept("other", open(terms()));
        journal.accept("other", place("p1", 700));
        journal.project("other");
        assertFinds(Check.IDENTITY, "other: pledge p1 is in campaign kfe too");
    }

    @Test
    void findsAPageThatDoesNotClaimItsPledges() {
        live();
        journal.unclaim(CAMPAIGN, 2);
        assertFinds(Check.IDENTITY, "page 2 does not claim the pledges that it places");
    }

    @Test
    void findsTwoEffectsOfOneRequest() {
        live();
        plant(new Event.PledgePlaced(START, promise("p1", 500, null), DEADLINE));
        assertFinds(Check.IDENTITY, "placed twice: p1");
        plant(new Event.PledgeRefused(START, "p8", "m-remi", "one", new Rejection.AmountNotPositive()));
        plant(new Event.PledgePlaced(START, promise("p8", 500, null), DEADLINE));
        assertFinds(Check.IDENTITY, "placed although it was refused: p8");
    }

    @Test
    void findsAChangeThatMakesItAnotherPledge() {
        live();
        plant(new Event.PledgeChanged(START, "c1", "print", promise("p1", 500, null), List.of()));
        assertFinds(Check.IDENTITY, "becomes another pledge: p1");
    }

    @Test
    void findsAReductionThatGivesBackTooLittle() {
        live();
        Promise smaller = smaller("p1", 200);
        plant(new Event.PledgeChanged(
                START,
                "c1",
                "print",
                smaller,
                List.of(new Returned(payment("p1"), "p1", 299, RefundReason.REDUCED, 1))));
        assertFinds(Check.REFUNDS, "299 go back of a pledge that is 300 smaller: p1");
    }

    @Test
    void findsPositionsAheadOfTheJournal() {
        live();
        journal.project(CAMPAIGN);
        journal.campaignDocument(CAMPAIGN).append("relayedPage", 6L);
        assertFinds(Check.POSITIONS, "relayedPage is 6, the journal ends at page 5");
        journal.document("p1").append("page", 9L);
        assertFinds(Check.POSITIONS, "the document of pledge p1 shows page 9, which the journal has not");
    }

    @Test
    void findsALoanThatNobodyOwesAfterTheVerdict() {
        lent();
        plant(
                new Event.CampaignClosing(DEADLINE),
                new Event.CampaignFunded(DEADLINE, 2, Split.of(10_001, 600, 2_000, 0), 0, null, 0));
        assertFinds(Check.LOANS, "lent were 10001, 0 are owed");
    }

    @Test
    void findsALendersShareThatIsLost() {
        lent();
        accept(new Command.ReachDeadline(DEADLINE));
        plant(new Event.RepaymentReceived(
                DEADLINE, "r1", 300, 0, "transfer", List.of(new Loans.Share("l1", payment("l1"), 149))));
        assertFinds(Check.LOANS, "a repayment of 300 is shared as 149: r1");
    }

    @Test
    void findsALenderThatIsRepaidTwice() {
        lent();
        accept(new Command.ReachDeadline(DEADLINE));
        accept(new Command.ReceiveRepayment(DEADLINE, "r1", eur(300), "transfer"));
        accept(new Command.LenderRepaid(DEADLINE, "r1", payment("l1"), "tr-1"));
        plant(journal.events(CAMPAIGN).getLast());
        assertFinds(Check.LOANS, "where null are due: r1/pay-l1");
    }

    @Test
    void findsProjectionsThatSaySomethingElse() {
        live();
        journal.project(CAMPAIGN);
        journal.document("p1").append("status", "refunded");
        assertFinds(Check.PROJECTIONS, "the document of pledge p1 says status = refunded, the journal confirmed");
        journal.campaignDocument(CAMPAIGN).append("collected", 999L);
        assertFinds(Check.PROJECTIONS, "the campaign's document says collected = 999, the journal 1000");
        journal.removeDocument("p2");
        assertFinds(Check.PROJECTIONS, "the document of pledge p2 misses page 5");
    }

    @Test
    void findsADocumentThatNoJournalHas() {
        live();
        journal.project(CAMPAIGN);
        journal.document("invented");
        assertFinds(Check.PROJECTIONS, "1 documents show pledges that no journal has");
    }

    @Test
    void doesNotMindProjectionsThatAreBehind() {
        live();
        journal.project(CAMPAIGN);
        accept(new Command.CancelPledge(START, "p1"));
        assertThat(audit().isClean()).isTrue();
        journal.document("p1").append("status", "cancelled");
        assertFinds(Check.PROJECTIONS, "says status = cancelled, the journal confirmed");
    }

    @Test
    void goesOnFromItsCheckpoint() {
        live();
        journal.project(CAMPAIGN);
        assertThat(audit(AuditMode.FULL).examined(Check.CHAIN)).isEqualTo(5);
        assertThat(auditedPage()).isEqualTo(5);
        AuditReport quiet = audit(AuditMode.INCREMENTAL);
        assertThat(quiet.isClean()).as(() -> print(quiet)).isTrue();
        assertThat(quiet.examined(Check.CHAIN)).isEqualTo(1);

        accept(new Command.CancelPledge(START, "p1"));
        journal.project(CAMPAIGN);
        // The page of the checkpoint, then all six again.
        assertThat(audit(AuditMode.INCREMENTAL).examined(Check.CHAIN)).isEqualTo(7);
        assertThat(auditedPage()).isEqualTo(6);
    }

    @Test
    void setsNoCheckpointWhereItFoundSomething() {
        live();
        plant(new Event.HoldExpired(START, "p1"));
        audit(AuditMode.FULL);
        assertThat(checkpoints.campaigns()).isEmpty();
    }

    @Test
    void findsAJournalThatWasCutOffAfterItsCheckpoint() {
        live();
        journal.project(CAMPAIGN);
        audit(AuditMode.FULL);
        journal.remove(CAMPAIGN, 5);
        journal.removeDocument("p2");
        journal.campaignDocument(CAMPAIGN).append("projectedPage", 4L).append("relayedPage", 4L);
        audit(AuditMode.FULL);
        AuditReport report = audit(AuditMode.INCREMENTAL);
        assertThat(report.messages(Check.CHAIN))
                .anyMatch(found -> found.contains("the journal ends at page 4 and was audited further"));
    }

    @Test
    void findsAJournalThatWasWrittenAnew() {
        live();
        journal.project(CAMPAIGN);
        audit(AuditMode.FULL);
        journal.remove(CAMPAIGN, 5);
        plant(new Event.PledgeDeclined(START, "p2", "no"));
        AuditReport report = audit(AuditMode.INCREMENTAL);
        assertThat(report.messages(Check.CHAIN))
                .anyMatch(found -> found.contains("page 5: is not the page that was audited"));
    }

    private long auditedPage() {
        return checkpoints.find(CAMPAIGN).map(Checkpoint::page).orElse(0L);
    }

    /** Five pages: opened, and two pledges of 5 € placed and paid. */
    private void live() {
        accept(open(terms()));
        for (String pledge : List.of("p1", "p2")) {
            accept(place(pledge, 500));
            accept(confirm(pledge, 500));
        }
    }

    private void funded() {
        live();
        accept(place("p3", 10_000));
        accept(confirm("p3", 10_000));
        accept(new Command.ReachDeadline(DEADLINE));
    }

    /** Two lenders, before the verdict. */
    private void lent() {
        accept(open(lending(10_000)));
        accept(lend("l1", 5_000));
        accept(confirm("l1", 5_000));
        accept(lend("l2", 5_001));
        accept(confirm("l2", 5_001));
    }

    private void wholeLife() {
        Instant later = DEADLINE.plus(Duration.ofDays(60));
        accept(open(lending(10_000)));
        accept(grant(2_000));
        for (String pledge : List.of("p1", "p2", "p3")) {
            accept(place(pledge, 2_000));
            accept(confirm(START, pledge, payment(pledge), 2_000, 30));
        }
        accept(lend("l1", 3_000));
        accept(confirm("l1", 3_000));
        accept(cash("c1", 1_000));
        accept(new Command.ConfirmOfflinePledge(START, "c1", "m-other"));
        accept(confirm(START, "p1", "pay-twice", 2_000, 0));
        accept(new Command.RefundSucceeded(START, "pay-twice"));
        accept(new Command.CancelPledge(START, "p3"));
        accept(new Command.RefundSucceeded(START, payment("p3")));
        accept(new Command.DisputeOpened(START, "d1", "p2", payment("p2"), eur(2_000), eur(15)));
        accept(new Command.DisputeWon(START, "d1"));
        accept(new Command.ReachDeadline(DEADLINE));
        accept(new Command.PayoutSucceeded(DEADLINE, "main", 1, "po-1"));
        accept(new Command.HandOverCash(DEADLINE, "m-odile", "receipt"));
        accept(new Command.DisputeOpened(DEADLINE, "d2", "p1", payment("p1"), eur(2_000), eur(15)));
        accept(new Command.MarkArrears(later));
        accept(new Command.ReceiveRepayment(later, "r1", eur(700), "transfer"));
        accept(new Command.LenderRepaid(later, "r1", payment("l1"), "tr-1"));
    }

    private static Terms lending(long goal) {
        return new Terms(
                "EUR",
                goal,
                15_000,
                DEADLINE,
                600,
                2_000,
                Set.of(PledgeKind.values()),
                List.of(),
                Duration.ofDays(2),
                new LoanTerms(500_000, 0, 12));
    }

    private static Command lend(String pledge, long cents) {
        Command.PlacePledge gift = place(pledge, cents);
        return new Command.PlacePledge(
                gift.at(),
                pledge,
                gift.backer(),
                null,
                BackerKind.PERSON,
                gift.amount(),
                null,
                gift.visibility(),
                gift.fingerprint(),
                gift.payment(),
                gift.hold(),
                true,
                false,
                List.of());
    }

    private static Command cash(String pledge, long cents) {
        return new Command.EnterOfflinePledge(
                START, pledge, eur(cents), null, false, Visibility.ANONYMOUS, "print", "m-agent", Duration.ofDays(3));
    }

    /** Half of each pledge. */
    private static Command grant(long cents) {
        return new Command.GrantAllowance(
                START, "a1", "fund", eur(cents), new MatchRule.Proportional(5_000, 0, null, null));
    }

    private static Dispute dispute(String id, String pledge, String payment, boolean fromEscrow) {
        return new Dispute(id, pledge, payment, 500, 0, fromEscrow, Dispute.State.OPEN, START);
    }

    private static Money eur(long cents) {
        return new Money(cents, "EUR");
    }

    private void accept(Command command) {
        journal.accept(CAMPAIGN, command);
    }

    private void plant(Event... events) {
        journal.plant(CAMPAIGN, entry(events));
    }

    private static Entry entry(Event... events) {
        List<Event> all = List.of(events);
        return new Entry(null, all, Bookkeeping.transactionOf(all));
    }

    private AuditReport audit() {
        return audit(AuditMode.FULL);
    }

    private AuditReport audit(AuditMode mode) {
        return new Auditor(new StoredJournal(journal), comparisons, checkpoints, () -> {}).audit(mode);
    }

    private void assertFinds(Check check, String message) {
        AuditReport report = audit();
        assertThat(report.messages(check)).as(() -> print(report)).anyMatch(found -> found.contains(message));
    }

    private static String print(AuditReport report) {
        StringBuilder all = new StringBuilder();
        for (Check check : Check.values()) {
            report.messages(check)
                    .forEach(message ->
                            all.append(check).append(' ').append(message).append('\n'));
        }
        return all.toString();
    }

    private static Returned returned(String pledge, long amount) {
        return new Returned(payment(pledge), pledge, amount, RefundReason.CANCELLED, 0);
    }

    private static Promise promise(String pledge, long amount, @Nullable String tier) {
        return promise(pledge, "m-remi", amount, tier, "fingerprint");
    }

    private static Promise smaller(String pledge, long amount) {
        return promise(pledge, "m-" + pledge, amount, null, "fingerprint-" + pledge);
    }

    private static Promise promise(
            String pledge, String backer, long amount, @Nullable String tier, String fingerprint) {
        return new Promise(
                pledge,
                backer,
                null,
                amount,
                tier,
                Visibility.NAME,
                fingerprint,
                payment(pledge),
                Instant.EPOCH,
                PledgeKind.GIFT,
                BackerKind.PERSON,
                false,
                null);
    }
}
