package quartier.pledge.escrow.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The collections {@code snapshots}, one document a campaign, and {@code snapshotParts}. */
final class MongoSnapshots implements SnapshotStore {

    static final String HEADS = "snapshots";
    static final String PARTS = "snapshotParts";

    private static final int AT_ONCE = 32;

    private final MongoCollection<BsonDocument> heads;
    private final MongoCollection<BsonDocument> parts;

    MongoSnapshots(MongoDatabase database) {
        this.heads = database.getCollection(HEADS, BsonDocument.class);
        this.parts = database.getCollection(PARTS, BsonDocument.class);
    }

    @Override
    public Optional<Kept> find(String campaign) {
        return Optional.ofNullable(heads.find(eq("_id", campaign)).first()).map(MongoSnapshots::kept);
    }

    @Override
    public Kept begin(String campaign, Stored pending) {
        BsonDocument before = heads.findOneAndUpdate(
                eq("_id", campaign),
                Updates.set("pending", write(pending)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.BEFORE));
        return before == null ? Kept.NOTHING : kept(before);
    }

    private static Kept kept(BsonDocument document) {
        return new Kept(read(document, "current"), read(document, "former"), read(document, "pending"));
    }

    @Override
    public void putParts(List<BsonDocument> documents) {
        for (int from = 0; from < documents.size(); from += AT_ONCE) {
            parts.insertMany(
                    documents.subList(from, Math.min(documents.size(), from + AT_ONCE)),
                    new InsertManyOptions().ordered(false));
        }
    }

    @Override
    public boolean finish(String campaign, Stored current, @Nullable Stored former) {
        Bson kept = former == null ? Updates.unset("former") : Updates.set("former", write(former));
        Bson change = Updates.combine(Updates.set("current", write(current)), kept, Updates.unset("pending"));
        return heads.updateOne(and(eq("_id", campaign), eq("pending.attempt", current.attempt())), change)
                        .getMatchedCount()
                == 1;
    }

    @Override
    public void forget(String campaign, String attempt) {
        heads.updateOne(and(eq("_id", campaign), eq("current.attempt", attempt)), Updates.unset("current"));
    }

    @Override
    public List<BsonDocument> parts(List<String> ids) {
        return parts.find(in("_id", ids)).batchSize(ids.size()).into(new ArrayList<>());
    }

    @Override
    public void removeParts(List<String> ids) {
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            parts.deleteMany(in("_id", ids.subList(from, Math.min(ids.size(), from + AT_ONCE))));
        }
    }

    private static BsonDocument write(Stored stored) {
        BsonDocument document = new BsonDocument("attempt", new BsonString(stored.attempt()))
                .append("page", new BsonInt64(stored.page()))
                .append("layout", stored.layout());
        return stored.head() == null ? document : document.append("head", stored.head());
    }

    private static @Nullable Stored read(BsonDocument document, String name) {
        BsonDocument stored = document.getDocument(name, null);
        return stored == null
                ? null
                : new Stored(
                        stored.getString("attempt").getValue(),
                        stored.getInt64("page").getValue(),
                        stored.getDocument("layout"),
                        stored.getDocument("head", null));
    }
}
