package quartier.pledge.checkout;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import quartier.pledge.payment.ProviderEvent;

/** The provider's events that were acted upon, by their ids: a repetition is recognised without asking anybody. */
final class HeardEvents {

    private final MongoCollection<Document> collection;

    HeardEvents(MongoDatabase database) {
        this.collection = database.getCollection("webhooks");
    }

    boolean contains(String provider, ProviderEvent event) {
        return collection.find(eq("_id", id(provider, event))).first() != null;
    }

    /** After the effect, so that a crash in between repeats the effect, which is idempotent, and never loses it. */
    void add(String provider, ProviderEvent event, Instant now) {
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
