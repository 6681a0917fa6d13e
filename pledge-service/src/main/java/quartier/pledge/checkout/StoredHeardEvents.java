package quartier.pledge.checkout;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import quartier.pledge.payment.ProviderEvent;

/** One small document for each event. */
final class StoredHeardEvents implements HeardEvents {

    private final MongoCollection<Document> collection;

    StoredHeardEvents(MongoDatabase database) {
        this.collection = database.getCollection("webhooks");
    }

    @Override
    public boolean contains(String provider, ProviderEvent event) {
        return collection.find(eq("_id", id(provider, event))).first() != null;
    }

    @Override
    public void add(String provider, ProviderEvent event, Instant now) {
        collection.replaceOne(
                eq("_id", id(provider, event)),
                new Document("_id", id(provider, event))
                        .append("type", event.type())
                        .append("at", Date.from(now)),
                new ReplaceOptions().upsert(true));
    }

    private static String id(String provider, ProviderEvent event) {
        return provider + ":" + event.id();
    }
}
