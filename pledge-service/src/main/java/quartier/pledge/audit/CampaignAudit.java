package quartier.pledge.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Account;
import quartier.pledge.escrow.Bookkeeping;
import quartier.pledge.escrow.Entry;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.Folded;
import quartier.pledge.escrow.Page;
import quartier.pledge.escrow.Transaction;
import quartier.pledge.escrow.journal.StoredJournal;

/** One campaign, page by page, as far as the journal went when the audit began. */
final class CampaignAudit {

    private static final int AT_ONCE = 64;

    private final StoredJournal stored;
    private final String campaign;
    private final AuditReport report;
    private final CampaignBook book;
    private final Map<Account, Long> balances = new EnumMap<>(Account.class);
    private final Map<String, Long> lastChange = new HashMap<>();
    private String lastHash = Page.NO_HASH;
    private @Nullable Folded folded;
    private long changedAll;

    CampaignAudit(StoredJournal stored, String campaign, AuditReport report) {
        this.stored = stored;
        this.campaign = campaign;
        this.report = report;
        this.book = new CampaignBook(campaign, report);
        this.folded = Folded.nothing(campaign);
    }

    /** @return how many of the campaign's pledges have a document */
    long check(Set<Long> numbers) {
        long last = numbers.stream().mapToLong(Long::longValue).max().orElse(0);
        long missing = last - numbers.size();
        require(missing == 0, Check.CHAIN, missing + " pages are missing below page " + last);
        boolean readable = true;
        for (long from = 1; from <= last && readable; from += AT_ONCE) {
            List<Long> wanted = LongStream.rangeClosed(from, Math.min(last, from + AT_ONCE - 1))
                    .boxed()
                    .toList();
            for (StoredJournal.StoredPage page : stored.read(campaign, wanted)) {
                readable = readable && check(page);
            }
        }
        if (!readable) {
            return 0;
        }
        book.end();
        long trial = balances.values().stream().mapToLong(Long::longValue).sum();
        require(trial == 0, Check.BALANCE, "the trial balance is " + trial);
        require(
                book.escrowByPayment() == book.escrow(),
                Check.ESCROW,
                "payment by payment " + book.escrowByPayment() + " are held, in sum " + book.escrow());
        Folded end = folded;
        return end == null
                ? 0
                : new ProjectionAudit(stored, end, report)
                        .check(pledge -> Math.max(lastChange.getOrDefault(pledge, 0L), changedAll));
    }

    /** False when what follows can't be judged. */
    private boolean check(StoredJournal.StoredPage storedPage) {
        report.examined(Check.CHAIN, 1);
        require(
                storedPage.hash().equals(storedPage.computedHash()),
                Check.CHAIN,
                "page " + storedPage.n() + " is not what its hash says");
        Page page;
        try {
            page = storedPage.page();
        } catch (RuntimeException unreadable) {
            report.found(
                    Check.AMOUNTS, campaign, "page " + storedPage.n() + " can't be read: " + unreadable.getMessage());
            return false;
        }
        require(page.previous().equals(lastHash), Check.CHAIN, "page " + page.n() + " does not follow the one before");
        lastHash = page.hash();
        try {
            List<Event> events = new ArrayList<>();
            for (Entry entry : page.entries()) {
                check(page.n(), entry);
                events.addAll(entry.events());
            }
            fold(page, events);
            return true;
        } catch (IllegalStateException | ArithmeticException impossible) {
            report.found(
                    Check.PROJECTIONS, campaign, "page " + page.n() + " can't be folded: " + impossible.getMessage());
            return false;
        }
    }

    private void check(long n, Entry entry) {
        entry.events().forEach(book::apply);
        Transaction transaction = entry.transaction();
        if (transaction != null) {
            report.examined(Check.BALANCE, 1);
            require(
                    transaction.sum() == 0,
                    Check.BALANCE,
                    "a transaction of page " + n + " misses " + transaction.sum());
            transaction
                    .postings()
                    .forEach(posting -> balances.merge(posting.account(), posting.minorUnits(), Math::addExact));
        }
        require(
                isOf(transaction, entry.events()),
                Check.BALANCE,
                "a transaction of page " + n + " does not say what its events say");
        report.examined(Check.ESCROW, 1);
        long escrow = -balances.getOrDefault(Account.ESCROW, 0L);
        require(escrow >= 0, Check.ESCROW, "the escrow is " + escrow + " on page " + n);
        require(
                escrow == book.escrow(),
                Check.ESCROW,
                "the escrow is " + escrow + " on page " + n + ", its events make " + book.escrow());
    }

    private static boolean isOf(@Nullable Transaction transaction, List<Event> events) {
        Transaction expected = Bookkeeping.transactionOf(events);
        return expected == null ? transaction == null : expected.equals(transaction);
    }

    private void fold(Page page, List<Event> events) {
        Optional<Set<String>> changed = StoredJournal.changed(events);
        if (changed.isEmpty()) {
            changedAll = page.n();
        }
        changed.orElse(Set.of()).forEach(pledge -> lastChange.put(pledge, page.n()));
        Folded before = folded;
        if (before == null || before.page() + 1 != page.n() || !before.hash().equals(page.previous())) {
            folded = null; // broken before: the chain's check has told
            return;
        }
        Folded after = before.plus(page);
        folded = after;
        Escrow escrow = after.escrow();
        if (escrow != null) {
            require(
                    escrow.totals().held() == book.heldSum(),
                    Check.HOLDS,
                    "on page " + page.n() + " " + escrow.totals().held() + " are held, their holds make "
                            + book.heldSum());
            require(
                    escrow.totals().collected() == book.confirmedSum(),
                    Check.ESCROW,
                    "on page " + page.n() + " " + escrow.totals().collected() + " are collected, their pledges make "
                            + book.confirmedSum());
        }
    }

    private void require(boolean holds, Check check, String message) {
        report.require(holds, check, campaign, message);
    }
}
