package quartier.pledge.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.Folded;
import quartier.pledge.escrow.Page;
import quartier.pledge.escrow.Terms;
import quartier.pledge.escrow.journal.StoredJournal;
import quartier.pledge.escrow.journal.StoredJournal.Extent;
import quartier.pledge.escrow.journal.StoredJournal.StoredPage;

/**
 * One campaign, page by page. A campaign that has not moved since its checkpoint is only seen to stand; one that has is
 * read from its first page, because what a page means follows from all before it, and the checkpoint must be on the way.
 */
final class CampaignAudit {

    private static final int AT_ONCE = 64;

    /**
     * @param pledges how many of the campaign's pledges have a document
     * @param comparisons how many comparisons with the provider's statement there are of it
     * @param checkpoint null when something was found, or the projections are behind
     */
    record Audited(long pledges, long comparisons, @Nullable Checkpoint checkpoint) {

        static final Audited NOTHING = new Audited(0, 0, null);
    }

    /**
     * A page that was read, and what it takes time to know of it alone.
     *
     * @param page null when it can't be read
     * @param why it can't
     */
    private record Read(
            StoredPage stored,
            String computedHash,
            @Nullable Page page,
            @Nullable String why) {

        static Read of(StoredPage stored) {
            try {
                return new Read(stored, stored.computedHash(), stored.page(), null);
            } catch (RuntimeException unreadable) {
                return new Read(stored, stored.computedHash(), null, String.valueOf(unreadable.getMessage()));
            }
        }
    }

    private final StoredJournal stored;
    private final Comparisons comparisons;
    private final String campaign;
    private final Extent extent;
    private final @Nullable Checkpoint checkpoint;
    private final Findings findings;
    private final Map<String, Long> lastChange = new HashMap<>();
    private long changedAll;
    private long last;
    private long count;
    private String lastHash = Page.NO_HASH;
    private @Nullable CampaignBook book;
    private @Nullable CashBook cash;
    private @Nullable Folded folded;

    /** @param extent how far the journal goes at least */
    CampaignAudit(
            StoredJournal stored,
            Comparisons comparisons,
            String campaign,
            Extent extent,
            @Nullable Checkpoint checkpoint,
            Findings findings) {
        this.stored = stored;
        this.comparisons = comparisons;
        this.campaign = campaign;
        this.extent = extent;
        this.checkpoint = checkpoint;
        this.findings = findings;
        this.folded = Folded.nothing(campaign);
    }

    Audited run() {
        // Read first: what they say has to be in the journal that is read afterwards.
        Optional<Document> projected = stored.escrow(campaign);
        long compared = comparisons.page(campaign);
        if (checkpoint != null && compared == checkpoint.compared() && stands(checkpoint)) {
            requirePositions(projected, checkpoint.page());
            return new Audited(checkpoint.pledges(), checkpoint.comparisons(), null);
        }
        boolean readable = readAll();
        findings.at(0);
        long missing = Math.max(last - count, extent.last() - extent.count());
        findings.require(missing == 0, Check.CHAIN, () -> missing + " pages are missing below page " + last);
        if (!readable) {
            return Audited.NOTHING;
        }
        findings.require(
                checkpoint == null || last >= checkpoint.page(),
                Check.CHAIN,
                () -> "the journal ends at page " + last + " and was audited further");
        requirePositions(projected, last);
        return book == null || cash == null ? Audited.NOTHING : conclude(book, cash, compared, projected);
    }

    /** Whether nothing has changed since the checkpoint. */
    private boolean stands(Checkpoint audited) {
        List<StoredPage> pages = stored.read(campaign, List.of(audited.page(), audited.page() + 1));
        boolean same = !pages.isEmpty() && isSame(pages.getFirst(), audited);
        if (same) {
            findings.examined(Check.CHAIN);
        }
        return same && pages.size() == 1;
    }

    private static boolean isSame(StoredPage page, Checkpoint audited) {
        return page.n() == audited.page()
                && page.hash().equals(audited.hash())
                && page.computedHash().equals(audited.hash());
    }

    private void requirePositions(Optional<Document> projected, long end) {
        projected.ifPresent(document -> {
            for (String position : List.of("projectedPage", "relayedPage")) {
                findings.examined(Check.POSITIONS);
                Long page = document.getLong(position);
                findings.require(
                        page != null && page <= end,
                        Check.POSITIONS,
                        () -> position + " is " + page + ", the journal ends at page " + end);
            }
        });
    }

    private Audited conclude(CampaignBook books, CashBook moved, long compared, Optional<Document> projected) {
        books.end();
        long compares = new StatementAudit(comparisons, findings).check(campaign, compared, last, moved);
        Folded end = folded;
        if (end == null) {
            return Audited.NOTHING;
        }
        ProjectionAudit projections = new ProjectionAudit(stored, end, findings);
        long pledges = projections.check(projected, id -> Math.max(lastChange.getOrDefault(id, 0L), changedAll));
        boolean complete = projected
                .map(document -> document.getLong("projectedPage"))
                .filter(page -> page == last)
                .isPresent();
        return new Audited(
                pledges,
                compares,
                findings.none() && complete
                        ? new Checkpoint(
                                campaign, last, lastHash, books.ledger().balances(), pledges, compared, compares)
                        : null);
    }

    /** False when some page can't be judged, and so nothing after it. */
    private boolean readAll() {
        ReadAhead<List<Read>> ahead = new ReadAhead<>(this::read, AT_ONCE);
        boolean more = true;
        for (long from = 1; more; from += AT_ONCE) {
            List<Read> pages = ahead.at(from, extent.last() + 1);
            for (Read page : pages) {
                if (!check(page)) {
                    return false;
                }
            }
            more = pages.size() == AT_ONCE || from + AT_ONCE <= extent.last();
        }
        return true;
    }

    private List<Read> read(long from) {
        List<Long> wanted = LongStream.range(from, from + AT_ONCE).boxed().toList();
        return stored.read(campaign, wanted).stream().map(Read::of).toList();
    }

    private boolean check(Read read) {
        StoredPage storedPage = read.stored();
        findings.at(0);
        findings.examined(Check.CHAIN);
        last = storedPage.n();
        count++;
        findings.require(
                storedPage.hash().equals(read.computedHash()),
                Check.CHAIN,
                () -> "page " + storedPage.n() + " is not what its hash says");
        Page page = read.page();
        if (page == null) {
            findings.found(Check.AMOUNTS, "page " + storedPage.n() + " can't be read: " + read.why());
            return false;
        }
        findings.require(
                page.previous().equals(lastHash),
                Check.CHAIN,
                () -> "page " + page.n() + " does not follow the one before");
        lastHash = page.hash();
        findings.at(page.n());
        return judge(page);
    }

    private boolean judge(Page page) {
        CampaignBook books = book(page);
        if (books == null) {
            findings.found(Check.VERDICT, "the journal does not begin with the campaign's opening");
            return false;
        }
        try {
            page.entries().forEach(books::apply);
            if (cash != null) {
                cash.read(page);
            }
        } catch (ArithmeticException overflow) {
            findings.found(Check.AMOUNTS, "amounts overflow: " + overflow.getMessage());
            return false;
        }
        if (checkpoint != null) {
            compare(checkpoint, page, books);
        }
        fold(page, books);
        return true;
    }

    private @Nullable CampaignBook book(Page page) {
        if (book == null) {
            Terms terms = page.entries().stream()
                    .flatMap(entry -> entry.events().stream())
                    .findFirst()
                    .filter(Event.CampaignOpened.class::isInstance)
                    .map(opened -> ((Event.CampaignOpened) opened).terms())
                    .orElse(null);
            if (terms != null) {
                book = new CampaignBook(terms, findings);
                cash = new CashBook(campaign, terms.currency(), findings);
            }
        }
        return book;
    }

    private void compare(Checkpoint audited, Page page, CampaignBook books) {
        if (audited.page() == page.n()) {
            findings.require(
                    audited.hash().equals(page.hash()),
                    Check.CHAIN,
                    () -> "is not the page that was audited: the journal was written anew");
            findings.require(
                    audited.balances().equals(books.ledger().balances()),
                    Check.CHAIN,
                    () -> "reads otherwise than when it was audited: "
                            + books.ledger().balances() + ", was " + audited.balances());
        }
    }

    private void fold(Page page, CampaignBook books) {
        List<Event> events = new ArrayList<>();
        page.entries().forEach(entry -> events.addAll(entry.events()));
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
        try {
            folded = before.plus(page);
            compare(folded.escrow(), books);
        } catch (RuntimeException impossible) {
            // Whatever a damaged journal makes the fold throw; the books go on without it.
            findings.found(Check.PROJECTIONS, "can't be folded: " + impossible.getMessage());
            folded = null;
        }
    }

    private void compare(@Nullable Escrow escrow, CampaignBook books) {
        if (escrow != null) {
            compare("held", escrow.totals().held(), books.limits().held(), Check.HOLDS);
            compare("collected", escrow.totals().collected(), books.limits().confirmed(), Check.ESCROW);
            compare("received", escrow.totals().received(), books.money().received(), Check.ESCROW);
            compare("refunded", escrow.totals().refunded(), books.money().refunded(), Check.ESCROW);
            compare("charged back", escrow.totals().chargedBack(), books.money().chargedBack(), Check.ESCROW);
            compare("matched", escrow.totals().matched(), books.matches().sum(), Check.ALLOWANCES);
        }
    }

    private void compare(String what, long fold, long books, Check check) {
        findings.require(
                fold == books, check, () -> "the fold says " + fold + " are " + what + ", the events make " + books);
    }
}
