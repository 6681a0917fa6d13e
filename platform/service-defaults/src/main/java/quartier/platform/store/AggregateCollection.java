package quartier.platform.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import quartier.platform.outbox.OutboundEvent;
import quartier.platform.outbox.OutboxRelay;

/**
 * Aggregates of one kind, one document each: {@code _id}, {@code version}, {@code state} and {@code outbox}. A change
 * is one conditional update on the version that writes the state and its events together or not at all.
 */
public final class AggregateCollection {

    private static final int ATTEMPTS = 3;
    private static final int BATCH = 500;

    private final MongoCollection<Document> collection;
    private final OutboxRelay relay;

    public AggregateCollection(MongoCollection<Document> collection, OutboxRelay relay) {
        this.collection = collection;
        this.relay = relay;
        collection.createIndex(Indexes.ascending("outbox.id"), new IndexOptions().sparse(true));
    }

    public Optional<StoredAggregate> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(AggregateCollection::read);
    }

    /** At most {@code limit} of the aggregates that match, in this order; conditions name fields below {@code state}. */
    public List<StoredAggregate> find(Bson filter, Bson sort, int limit) {
        return collection
                .find(filter)
                .sort(sort)
                .limit(limit)
                .map(AggregateCollection::read)
                .into(new ArrayList<>());
    }

    /** Each of the aggregates that match, one after the other, however many there are. */
    public void forEach(Bson filter, Consumer<StoredAggregate> reader) {
        collection.find(filter).batchSize(BATCH).map(AggregateCollection::read).forEach(reader);
    }

    public long count(Bson filter) {
        return collection.countDocuments(filter);
    }

    /** Stores a new aggregate at version 1; false when its id is taken. */
    public boolean insert(String id, Document state, List<OutboundEvent> events) {
        try {
            collection.insertOne(new Document("_id", id)
                    .append("version", 1L)
                    .append("state", state)
                    .append("outbox", documents(events)));
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        } catch (DuplicateKeyException taken) {
            return false;
        }
        relay.announce(collection, id);
        return true;
    }

    /** Replaces the state if the version is still the expected one; false when it is not. */
    public boolean replace(String id, long expectedVersion, Document state, List<OutboundEvent> events) {
        List<Bson> updates = new ArrayList<>();
        updates.add(Updates.set("state", state));
        updates.add(Updates.set("version", expectedVersion + 1));
        if (!events.isEmpty()) {
            updates.add(Updates.pushEach("outbox", documents(events)));
        }
        var result = collection.updateOne(and(eq("_id", id), eq("version", expectedVersion)), Updates.combine(updates));
        if (result.getMatchedCount() == 0) {
            return false;
        }
        if (!events.isEmpty()) {
            relay.announce(collection, id);
        }
        return true;
    }

    /**
     * Loads, decides and writes; a stale version is loaded and decided again, three times at most.
     *
     * @return what the use case answers, or empty when there is no such aggregate
     * @throws StaleAggregateException when others were faster each time
     */
    public <R> Optional<R> change(String id, Function<StoredAggregate, Change<R>> decide) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<StoredAggregate> found = find(id);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Change<R> change = decide.apply(found.get());
            Document state = change.state();
            if (state == null || replace(id, found.get().version(), state, change.events())) {
                return Optional.of(change.result());
            }
        }
        throw new StaleAggregateException(collection.getNamespace().getCollectionName(), id);
    }

    private static StoredAggregate read(Document document) {
        return new StoredAggregate(
                document.getString("_id"), document.getLong("version"), document.get("state", Document.class));
    }

    private static List<Document> documents(List<OutboundEvent> events) {
        return events.stream().map(OutboundEvent::toDocument).toList();
    }
}
