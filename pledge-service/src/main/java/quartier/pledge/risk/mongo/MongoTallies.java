package quartier.pledge.risk.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import quartier.pledge.risk.Attempt;
import quartier.pledge.risk.Rule;
import quartier.pledge.risk.Tallies;
import quartier.pledge.risk.Tally;

/**
 * One small document for each counter and fixed window, named by a keyed hash. Attempts that come at the same time are
 * written together and then read together, so that each costs a fraction of a write. What has expired is swept.
 */
public final class MongoTallies implements Tallies, AutoCloseable {

    static final int DUPLICATE_KEY = 11000;

    /** Sums stay far from an overflow, whatever amounts are tried. */
    private static final long LARGEST = 1_000_000_000_000L;

    private static final int TRIES = 5;

    private final MongoCollection<Document> collection;
    private final TallyKeys keys;
    private final Together<Counting> together;

    public MongoTallies(MongoDatabase database, RiskProperties properties) {
        this.collection = database.getCollection("risk_tallies");
        collection.createIndex(Indexes.ascending("expiresAt"));
        this.keys = new TallyKeys(
                database, properties.keyLasts(), properties.longestWindow().multipliedBy(2));
        this.together = new Together<>("risk-tallies", this::countAll);
    }

    /** What one caller wants counted and read. */
    private record Counting(
            Attempt attempt, List<Counter> counters, List<Slice> current, List<Slice> before, Bson change) {}

    @Override
    public Map<Counter, Tally> count(Attempt attempt, List<Counter> counters) {
        Counting counting = counting(
                attempt,
                counters,
                Updates.combine(
                        Updates.inc("attempts", 1L), Updates.inc("sum", Math.min(attempt.minorUnits(), LARGEST))));
        Map<String, Tally> found = together.await(counting);
        Map<Counter, Tally> tallies = new HashMap<>();
        for (int i = 0; i < counters.size(); i++) {
            Slice current = counting.current.get(i);
            tallies.put(
                    counters.get(i),
                    Tally.sliding(
                            found.getOrDefault(current.id(), Tally.nothing()),
                            found.getOrDefault(counting.before.get(i).id(), Tally.nothing()),
                            current.overlapBefore(attempt.at())));
        }
        return tallies;
    }

    @Override
    public void countFailure(Attempt attempt, List<Counter> counters) {
        together.await(counting(attempt, counters, Updates.inc("failures", 1L)));
    }

    /** Deletes what counts for no window any more, and the keys with it. */
    void sweep(Instant now) {
        collection.deleteMany(lt("expiresAt", Date.from(now)));
        keys.forget(now);
    }

    @Override
    public void close() {
        together.close();
    }

    private Counting counting(Attempt attempt, List<Counter> counters, Bson change) {
        List<Slice> current = counters.stream()
                .map(counter -> Slice.current(counter, attempt.at(), keys))
                .toList();
        List<Slice> before = new ArrayList<>();
        for (int i = 0; i < counters.size(); i++) {
            before.add(Slice.before(counters.get(i), current.get(i), keys));
        }
        return new Counting(attempt, counters, current, before, change);
    }

    private List<Map<String, Tally>> countAll(List<Counting> batch) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        Set<String> read = new HashSet<>();
        for (Counting counting : batch) {
            for (int i = 0; i < counting.counters.size(); i++) {
                Slice slice = counting.current.get(i);
                Integer slot = slot(counting, i, slice);
                writes.add(write(slice, counting.change, slot));
                read.add(slice.id());
                read.add(counting.before.get(i).id());
            }
        }
        write(writes);
        Map<String, Tally> found = new HashMap<>();
        collection.find(in("_id", read)).forEach(document -> found.put(document.getString("_id"), tally(document)));
        return batch.stream().map(counting -> found).toList();
    }

    private @Nullable Integer slot(Counting counting, int i, Slice slice) {
        String card = counting.attempt.card();
        return card == null || counting.counters.get(i).subject() == Rule.Subject.CARD
                ? null
                : ByteBuffer.wrap(keys.hash(slice.start(), "card\n" + card)).getShort() & (Tally.CARD_SLOTS - 1);
    }

    private static WriteModel<Document> write(Slice slice, Bson change, @Nullable Integer slot) {
        List<Bson> changes = new ArrayList<>();
        changes.add(change);
        changes.add(Updates.setOnInsert("expiresAt", Date.from(slice.expires())));
        if (slot != null) {
            changes.add(Updates.set("cards." + slot, true));
        }
        return new UpdateOneModel<>(eq("_id", slice.id()), Updates.combine(changes), new UpdateOptions().upsert(true));
    }

    /** Two replicas may both insert a counter's first document: whoever was late counts on the other's. */
    private void write(List<WriteModel<Document>> writes) {
        List<WriteModel<Document>> left = writes;
        for (int attempt = 1; !left.isEmpty(); attempt++) {
            try {
                collection.bulkWrite(left, new BulkWriteOptions().ordered(false));
                return;
            } catch (MongoBulkWriteException refused) {
                List<BulkWriteError> errors = refused.getWriteErrors();
                if (attempt == TRIES
                        || refused.getWriteConcernError() != null
                        || errors.stream().anyMatch(error -> error.getCode() != DUPLICATE_KEY)) {
                    throw refused;
                }
                List<WriteModel<Document>> tried = left;
                left = errors.stream()
                        .<WriteModel<Document>>map(error -> tried.get(error.getIndex()))
                        .toList();
            }
        }
    }

    private static Tally tally(Document document) {
        BitSet cards = new BitSet(Tally.CARD_SLOTS);
        Document slots = document.get("cards", new Document());
        slots.keySet().forEach(slot -> cards.set(Integer.parseInt(slot)));
        return new Tally(number(document, "attempts"), number(document, "failures"), number(document, "sum"), cards);
    }

    private static long number(Document document, String field) {
        Long value = document.getLong(field);
        return value == null ? 0 : value;
    }
}
