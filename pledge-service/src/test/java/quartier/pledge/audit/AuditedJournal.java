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
import quartier.pledge.escrow.BackerKind;
import quartier.pledge.escrow.Bookkeeping;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Dispute;
import quartier.pledge.escrow.Entry;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.LoanTerms;
import quartier.pledge.escrow.MatchRule;
import quartier.pledge.escrow.Money;
import quartier.pledge.escrow.PledgeKind;
import quartier.pledge.escrow.Promise;
import quartier.pledge.escrow.RefundReason;
import quartier.pledge.escrow.Returned;
import quartier.pledge.escrow.Terms;
import quartier.pledge.escrow.Visibility;
import quartier.pledge.escrow.journal.MemoryJournal;
import quartier.pledge.escrow.journal.StoredJournal;

/** A campaign whose journal is made by commands, and by hand where a mistake is planted, and the auditor over it. */
class AuditedJournal {

    static final String CAMPAIGN = "kfe";

    final MemoryJournal journal = new MemoryJournal();
    final MemoryComparisons comparisons = new MemoryComparisons();
    final MemoryCheckpoints checkpoints = new MemoryCheckpoints();

    /** Five pages: opened, and two pledges of 5 € placed and paid. */
    void live() {
        accept(open(terms()));
        for (String pledge : List.of("p1", "p2")) {
            accept(place(pledge, 500));
            accept(confirm(pledge, 500));
        }
    }

    void funded() {
        live();
        accept(place("p3", 10_000));
        accept(confirm("p3", 10_000));
        accept(new Command.ReachDeadline(DEADLINE));
    }

    /** Two lenders, before the verdict. */
    void lent() {
        accept(open(lending(10_000)));
        accept(lend("l1", 5_000));
        accept(confirm("l1", 5_000));
        accept(lend("l2", 5_001));
        accept(confirm("l2", 5_001));
    }

    void wholeLife() {
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
        accept(new Command.ReceiveRepayment(later, "r1", eur(700), "transfer", null));
        accept(new Command.LenderRepaid(later, "r1", payment("l1"), "tr-1"));
    }

    static Terms lending(long goal) {
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

    static Command lend(String pledge, long cents) {
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

    static Command cash(String pledge, long cents) {
        return new Command.EnterOfflinePledge(
                START, pledge, eur(cents), null, false, Visibility.ANONYMOUS, "print", "m-agent", Duration.ofDays(3));
    }

    /** Half of each pledge. */
    static Command grant(long cents) {
        return new Command.GrantAllowance(
                START, "a1", "fund", eur(cents), new MatchRule.Proportional(5_000, 0, null, null));
    }

    static Dispute dispute(String id, String pledge, String payment, boolean fromEscrow) {
        return new Dispute(id, pledge, payment, 500, 0, fromEscrow, Dispute.State.OPEN, START, 0);
    }

    static Money eur(long cents) {
        return new Money(cents, "EUR");
    }

    void accept(Command command) {
        journal.accept(CAMPAIGN, command);
    }

    void plant(Event... events) {
        journal.plant(CAMPAIGN, entry(events));
    }

    static Entry entry(Event... events) {
        List<Event> all = List.of(events);
        return new Entry(null, all, Bookkeeping.transactionOf(all));
    }

    AuditReport audit() {
        return audit(AuditMode.FULL);
    }

    AuditReport audit(AuditMode mode) {
        return new Auditor(new StoredJournal(journal), comparisons, checkpoints, () -> {}).audit(mode);
    }

    void assertFinds(Check check, String message) {
        AuditReport report = audit();
        assertThat(report.messages(check)).as(() -> print(report)).anyMatch(found -> found.contains(message));
    }

    static String print(AuditReport report) {
        StringBuilder all = new StringBuilder();
        for (Check check : Check.values()) {
            report.messages(check)
                    .forEach(message ->
                            all.append(check).append(' ').append(message).append('\n'));
        }
        return all.toString();
    }

    static Returned returned(String pledge, long amount) {
        return new Returned(payment(pledge), pledge, amount, RefundReason.CANCELLED, 0);
    }

    static Promise promise(String pledge, long amount, @Nullable String tier) {
        return promise(pledge, "m-remi", amount, tier, "fingerprint");
    }

    static Promise smaller(String pledge, long amount) {
        return promise(pledge, "m-" + pledge, amount, null, "fingerprint-" + pledge);
    }

    static Promise promise(String pledge, String backer, long amount, @Nullable String tier, String fingerprint) {
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
