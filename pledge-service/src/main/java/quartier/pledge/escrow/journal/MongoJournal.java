package quartier.pledge.escrow.journal;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.bson.BsonDocument;
import quartier.pledge.escrow.Entry;
import quartier.pledge.escrow.Journal;
import quartier.pledge.escrow.Page;

/**
 * The collection {@code journal}, one document for each page. Pages are read by their keys and never by a range, which
 * the local default would answer with a scan.
 */
final class MongoJournal implements Journal, AutoCloseable {

    static final String COLLECTION = "journal";

    private final MongoCollection<BsonDocument> pages;
    private final Committer committer;
    private final PageCodec codec = new PageCodec(UUID.randomUUID().toString());

    MongoJournal(MongoDatabase database) {
        this.pages = database.getCollection(COLLECTION, BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
        this.committer = new Committer(pages);
    }

    @Override
    public CompletableFuture<Optional<Page>> append(String campaign, long n, String previous, List<Entry> entries) {
        return committer.commit(codec.encode(campaign, n, previous, entries));
    }

    @Override
    public List<Page> read(String campaign, long n, int limit) {
        List<BsonDocument> ids = LongStream.range(n, n + limit)
                .mapToObj(number -> PageCodec.id(campaign, number))
                .toList();
        Map<Long, BsonDocument> found = new HashMap<>();
        pages.find(in("_id", ids))
                .forEach(page -> found.put(page.getDocument("_id").getInt64("n").getValue(), page));
        List<Page> dense = new ArrayList<>();
        for (long number = n; found.get(number) != null; number++) {
            dense.add(codec.decode(found.get(number)));
        }
        return dense;
    }

    /** Of these pages, by campaign, the campaigns whose page stands. */
    Set<String> existing(Map<String, Long> wanted) {
        List<BsonDocument> ids = new ArrayList<>();
        wanted.forEach((campaign, n) -> ids.add(PageCodec.id(campaign, n)));
        return pages.find(in("_id", ids))
                .projection(Projections.include("_id"))
                .map(page -> page.getDocument("_id").getString("campaign").getValue())
                .into(new HashSet<>());
    }

    @Override
    public void close() {
        committer.close();
    }
}
