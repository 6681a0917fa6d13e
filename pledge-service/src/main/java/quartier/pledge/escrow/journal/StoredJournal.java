package quartier.pledge.escrow.journal;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.BsonDocument;
import org.bson.Document;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Event;
import quartier.pledge.escrow.Folded;
import quartier.pledge.escrow.Page;
import quartier.pledge.escrow.Pledge;

/** The journal and its projections as they stand in the store, for those who check them. It only reads. */
public final class StoredJournal {

    private final JournalDocuments documents;
    private final PageCodec codec = new PageCodec("reader");

    public StoredJournal(MongoDatabase database) {
        this(new MongoDocuments(database));
    }

    public StoredJournal(JournalDocuments documents) {
        this.documents = documents;
    }

    /** A page's document. */
    public final class StoredPage {

        private final BsonDocument document;

        private StoredPage(BsonDocument document) {
            this.document = document;
        }

        public long n() {
            return document.getDocument("_id").getInt64("n").getValue();
        }

        /** The hash that the document says it has. */
        public String hash() {
            return PageCodec.hashIn(document);
        }

        /** The hash that its bytes have. */
        public String computedHash() {
            return PageCodec.hashOf(document);
        }

        /** @throws RuntimeException when it can't be read: an amount that is not positive, an unknown event */
        public Page page() {
            return codec.decode(document);
        }
    }

    /**
     * How far a campaign's journal goes.
     *
     * @param count how many pages stand: as many as the last one's number, unless some are missing
     */
    public record Extent(long last, long count) {}

    /** The extents of all journals, by campaign: every page's key is looked at, and none is kept. */
    public SortedMap<String, Extent> extents() {
        SortedMap<String, Extent> extents = new TreeMap<>();
        documents.forEachPage((campaign, n) -> extents.merge(
                campaign,
                new Extent(n, 1),
                (before, one) -> new Extent(Math.max(before.last(), n), before.count() + 1)));
        return extents;
    }

    public NavigableSet<String> campaigns() {
        NavigableSet<String> campaigns = new TreeSet<>();
        documents.forEachCampaign(campaigns::add);
        return campaigns;
    }

    public List<StoredPage> read(String campaign, List<Long> numbers) {
        Map<Long, StoredPage> found = new HashMap<>();
        documents
                .pages(numbers.stream().map(n -> PageCodec.id(campaign, n)).toList())
                .forEach(document -> {
                    StoredPage page = new StoredPage(document);
                    found.put(page.n(), page);
                });
        List<StoredPage> ordered = new ArrayList<>();
        for (Long n : numbers) {
            StoredPage page = found.get(n);
            if (page != null) {
                ordered.add(page);
            }
        }
        return ordered;
    }

    /** The campaign's projected document. */
    public Optional<Document> escrow(String campaign) {
        return documents.escrow(campaign);
    }

    /** The projected documents of these pledges, by id. */
    public Map<String, Document> pledges(Collection<String> ids) {
        Map<String, Document> found = new HashMap<>();
        documents.pledges(ids).forEach(document -> found.put(document.getString("_id"), document));
        return found;
    }

    public long countPledges() {
        return documents.countPledges();
    }

    /** What the campaign's document has to say of this fold. */
    public static Document expected(Folded folded) {
        return ProjectedDocuments.escrow(folded);
    }

    /** What the pledge's document has to say of this fold. */
    public static Document expected(Escrow escrow, Pledge pledge) {
        return ProjectedDocuments.pledge(ProjectedDocuments.view(escrow, pledge));
    }

    /** The pledges whose documents these events change; empty when they change every one. */
    public static Optional<Set<String>> changed(List<Event> events) {
        Touched touched = Touched.by(events);
        return touched.all() ? Optional.empty() : Optional.of(touched.pledges());
    }
}
