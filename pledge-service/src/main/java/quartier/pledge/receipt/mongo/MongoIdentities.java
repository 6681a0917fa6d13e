package quartier.pledge.receipt.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import quartier.platform.store.DocumentMapper;
import quartier.pledge.receipt.Identities;
import quartier.pledge.receipt.Identity;

/** The collection {@code receipt-identities}, which nothing but receipts reads. */
final class MongoIdentities implements Identities {

    private final MongoCollection<Document> collection;
    private final DocumentMapper mapper;

    MongoIdentities(MongoDatabase database, DocumentMapper mapper) {
        this.collection = database.getCollection("receipt-identities");
        this.mapper = mapper;
        collection.createIndex(Indexes.ascending("keepUntil"));
        collection.createIndex(Indexes.ascending("backer"));
    }

    @Override
    public Optional<Identity> find(String backer, @Nullable String organisation) {
        return Optional.ofNullable(
                        collection.find(eq("_id", id(backer, organisation))).first())
                .map(this::read);
    }

    private Identity read(Document found) {
        Document identity = found.get("identity", Document.class);
        return switch (found.getString("kind")) {
            case "person" -> mapper.fromDocument(identity, Identity.Person.class);
            case "company" -> mapper.fromDocument(identity, Identity.Company.class);
            default -> throw new IllegalStateException("unknown kind of identity: " + found.getString("kind"));
        };
    }

    @Override
    public void keep(String backer, @Nullable String organisation, Identity identity, Instant keepUntil) {
        String kind = switch (identity) {
            case Identity.Person person -> "person";
            case Identity.Company company -> "company";
        };
        String id = id(backer, organisation);
        Document document = new Document("_id", id)
                .append("backer", backer)
                .append("kind", kind)
                .append("identity", mapper.toDocument(identity))
                .append("keepUntil", Date.from(keepUntil));
        try {
            collection.replaceOne(eq("_id", id), document, new ReplaceOptions().upsert(true));
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            collection.replaceOne(eq("_id", id), document); // it came into being this moment
        }
    }

    @Override
    public void forget(String backer) {
        collection.deleteMany(eq("backer", backer));
    }

    /** Erases what was to be kept until now; how many. */
    long erase(Instant now) {
        return collection.deleteMany(lte("keepUntil", Date.from(now))).getDeletedCount();
    }

    private static String id(String backer, @Nullable String organisation) {
        return organisation == null ? backer : backer + "\n" + organisation;
    }
}
