package quartier.pledge.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import org.bson.Document;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Folded;
import quartier.pledge.escrow.Pledge;
import quartier.pledge.escrow.journal.StoredJournal;

/**
 * A campaign's projected documents against the fold at the page that each says it shows. A projection that is behind is
 * no finding, one that shows something else is, and so is one that is missing although its campaign's is further.
 */
final class ProjectionAudit {

    private static final int AT_ONCE = 500;

    private final StoredJournal stored;
    private final Folded end;
    private final Findings findings;
    /** Documents that show an older page than the last that changed them. */
    private final Map<Long, List<Document>> behind = new HashMap<>();

    ProjectionAudit(StoredJournal stored, Folded end, Findings findings) {
        this.stored = stored;
        this.end = end;
        this.findings = findings;
    }

    /**
     * @param projected the campaign's document
     * @param lastChange the last page that changed a pledge
     * @return how many of the pledges have a document
     */
    long check(Optional<Document> projected, ToLongFunction<String> lastChange) {
        Escrow escrow = end.escrow();
        if (escrow == null) {
            return 0;
        }
        long projectedPage =
                projected.map(document -> document.getLong("projectedPage")).orElse(0L);
        if (projectedPage == end.page()) {
            projected.ifPresent(document -> compareEscrow(document, end));
        } else if (projectedPage > 0 && projectedPage < end.page()) {
            behind.put(projectedPage, new ArrayList<>());
        }
        long found = 0;
        // In the store's own order, so that neighbours are read together.
        List<Pledge> all = escrow.pledges()
                .sorted(Comparator.comparing(pledge -> pledge.promise().pledge()))
                .toList();
        ReadAhead<Map<String, Document>> ahead = new ReadAhead<>(from -> documents(some(all, from)), AT_ONCE);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            Map<String, Document> documents = ahead.at(from, all.size());
            found += documents.size();
            some(all, from).forEach(pledge -> check(escrow, pledge, documents, projectedPage, lastChange));
        }
        if (!behind.isEmpty()) {
            checkOlderPages(projected, projectedPage);
        }
        return found;
    }

    private static List<Pledge> some(List<Pledge> all, long from) {
        return all.subList((int) from, (int) Math.min(all.size(), from + AT_ONCE));
    }

    private Map<String, Document> documents(List<Pledge> pledges) {
        return stored.pledges(
                pledges.stream().map(pledge -> pledge.promise().pledge()).toList());
    }

    private void check(
            Escrow escrow,
            Pledge pledge,
            Map<String, Document> documents,
            long projectedPage,
            ToLongFunction<String> lastChange) {
        String id = pledge.promise().pledge();
        long changed = lastChange.applyAsLong(id);
        Document document = documents.get(id);
        long shown = document == null ? 0 : document.getLong("page");
        require(
                changed > projectedPage || shown >= changed,
                () -> "the document of pledge " + id + " misses page " + changed);
        if (document != null && isElsewhere(document, id)) {
            return;
        }
        if (shown > end.page()) {
            requirePage(id, shown);
        }
        if (document != null && shown >= changed && shown <= end.page()) {
            comparePledge(document, escrow, pledge);
        } else if (document != null && shown < changed) {
            behind.computeIfAbsent(shown, page -> new ArrayList<>()).add(document);
        }
    }

    private boolean isElsewhere(Document document, String pledge) {
        findings.examined(Check.IDENTITY);
        String campaign = document.getString("campaign");
        boolean elsewhere = !end.campaign().equals(campaign);
        findings.require(!elsewhere, Check.IDENTITY, () -> "pledge " + pledge + " is in campaign " + campaign + " too");
        return elsewhere;
    }

    /** The journal has gone on since it was read, or the document shows what it does not have. */
    private void requirePage(String pledge, long shown) {
        findings.examined(Check.POSITIONS);
        findings.require(
                !stored.read(end.campaign(), List.of(shown)).isEmpty(),
                Check.POSITIONS,
                () -> "the document of pledge " + pledge + " shows page " + shown + ", which the journal has not");
    }

    private void checkOlderPages(Optional<Document> projected, long projectedPage) {
        Folded folded = Folded.nothing(end.campaign());
        for (long from = 1; from <= end.page(); from += AT_ONCE) {
            List<Long> wanted = LongStream.rangeClosed(from, Math.min(end.page(), from + AT_ONCE - 1))
                    .boxed()
                    .toList();
            for (StoredJournal.StoredPage page : stored.read(end.campaign(), wanted)) {
                folded = folded.plus(page.page());
                Folded now = folded;
                Escrow escrow = now.escrow();
                if (escrow != null) {
                    behind.getOrDefault(page.n(), List.of())
                            .forEach(document -> escrow.pledge(document.getString("_id"))
                                    .ifPresent(pledge -> comparePledge(document, escrow, pledge)));
                }
                if (page.n() == projectedPage) {
                    projected.ifPresent(document -> compareEscrow(document, now));
                }
            }
        }
    }

    private void compareEscrow(Document document, Folded folded) {
        compare(document, StoredJournal.expected(folded), "the campaign's document");
    }

    private void comparePledge(Document document, Escrow escrow, Pledge pledge) {
        compare(
                document,
                StoredJournal.expected(escrow, pledge),
                "the document of pledge " + pledge.promise().pledge());
    }

    private void compare(Document document, Document expected, String what) {
        findings.examined(Check.PROJECTIONS);
        Set<String> fields = expected.keySet();
        for (String field : fields) {
            Object says = document.get(field);
            Object should = expected.get(field);
            require(
                    should == null ? says == null : should.equals(says),
                    () -> what + " says " + field + " = " + says + ", the journal " + should);
        }
    }

    private void require(boolean holds, Supplier<String> message) {
        findings.require(holds, Check.PROJECTIONS, message);
    }
}
