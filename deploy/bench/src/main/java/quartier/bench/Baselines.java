package quartier.bench;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.types.Binary;

/** What one would write without a journal of pages, with the same durability. */
final class Baselines {

    /** Where single documents of a decision's bytes are. */
    static final String RAW = "raw";

    private static final String CAMPAIGN = "hot";
    private static final long CAP = Long.MAX_VALUE / 2;
    private static final long AMOUNT = 2_000;

    private final MongoCollection<Document> pledges;
    private final MongoCollection<Document> campaigns;
    private final byte[] bytes;

    /** @param bytesOfADecision what one decision takes in a page of the journal */
    Baselines(MongoDatabase database, int bytesOfADecision) {
        WriteConcern durable = WriteConcern.MAJORITY.withJournal(true);
        pledges = database.getCollection(RAW).withWriteConcern(durable);
        campaigns = database.getCollection("counted").withWriteConcern(durable);
        campaigns.insertOne(new Document("_id", CAMPAIGN).append("held", 0L).append("version", 0L));
        bytes = new byte[bytesOfADecision];
        new Random(1).nextBytes(bytes);
    }

    /** One document of the bytes of one decision. */
    void rawInsert(long number) {
        pledges.insertOne(new Document("_id", UUID.randomUUID().toString()).append("bytes", new Binary(bytes)));
    }

    /** So many documents of those bytes, in one insert. */
    void bulkInsert(int documents) {
        List<Document> all = new ArrayList<>(documents);
        for (int i = 0; i < documents; i++) {
            all.add(new Document("_id", UUID.randomUUID().toString()).append("bytes", new Binary(bytes)));
        }
        pledges.insertMany(all, new InsertManyOptions().ordered(false));
    }

    /**
     * Reads every document as it comes from the store, and does nothing with it; the bytes read.
     *
     * @param atOnce documents of one answer: the local store fills it to that count, however many bytes they have
     */
    static long scan(MongoCollection<?> collection, int atOnce) {
        long read = 0;
        for (RawBsonDocument document :
                collection.withDocumentClass(RawBsonDocument.class).find().batchSize(atOnce)) {
            read += document.getByteBuffer().remaining();
        }
        return read;
    }

    /** Counts the pledge if it stays below the cap, then stores it. */
    void insertAndIncrement(long number) {
        var counted =
                campaigns.updateOne(and(eq("_id", CAMPAIGN), lte("held", CAP - AMOUNT)), Updates.inc("held", AMOUNT));
        if (counted.getModifiedCount() == 1) {
            rawInsert(number);
        }
    }

    /**
     * Reads the campaign, decides, and writes it if nobody else has. Storing the pledge itself is left out, in favour of
     * this way.
     */
    void compareAndSet(long number) {
        while (true) {
            Document campaign = campaigns.find(eq("_id", CAMPAIGN)).first();
            if (campaign == null || campaign.getLong("held") > CAP - AMOUNT) {
                throw new IllegalStateException("the campaign is full");
            }
            long version = campaign.getLong("version");
            var written = campaigns.updateOne(
                    and(eq("_id", CAMPAIGN), eq("version", version)),
                    Updates.combine(
                            Updates.set("held", campaign.getLong("held") + AMOUNT),
                            Updates.set("version", version + 1)));
            if (written.getMatchedCount() == 1) {
                return;
            }
        }
    }
}
