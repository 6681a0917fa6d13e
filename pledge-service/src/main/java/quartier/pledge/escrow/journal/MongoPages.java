package quartier.pledge.escrow.journal;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.BsonDocument;

/**
 * The collection {@code journal}, one document for each page. Pages are read by their keys and never by a range, which
 * the local default would answer with a scan.
 */
final class MongoPages implements PageStore {

    static final String COLLECTION = "journal";

    private final MongoCollection<BsonDocument> pages;

    MongoPages(MongoDatabase database) {
        this.pages = database.getCollection(COLLECTION, BsonDocument.class)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
    }

    @Override
    public void insert(List<BsonDocument> documents) {
        if (documents.size() == 1) {
            pages.insertOne(documents.getFirst());
        } else {
            pages.insertMany(documents, new InsertManyOptions().ordered(false));
        }
    }

    @Override
    public Map<BsonDocument, String> hashes(List<BsonDocument> ids) {
        Map<BsonDocument, String> stand = new HashMap<>();
        pages.find(in("_id", ids))
                .projection(Projections.include("hash"))
                .forEach(page -> stand.put(page.getDocument("_id"), PageCodec.hashIn(page)));
        return stand;
    }

    @Override
    public List<BsonDocument> read(List<BsonDocument> ids) {
        return pages.find(in("_id", ids)).into(new ArrayList<>());
    }

    @Override
    public Set<String> existing(Map<String, Long> wanted) {
        List<BsonDocument> ids = new ArrayList<>();
        wanted.forEach((campaign, n) -> ids.add(PageCodec.id(campaign, n)));
        return pages.find(in("_id", ids))
                .projection(Projections.include("_id"))
                .map(PageCodec::campaignOf)
                .into(new HashSet<>());
    }
}
