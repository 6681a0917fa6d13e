package quartier.catalog.delivery.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import quartier.catalog.delivery.Details;
import quartier.catalog.delivery.KeptDetails;
import tools.jackson.databind.json.JsonMapper;

/** One sealed document for each pledge: whoever reads the store learns when something was told, and no more. */
@Component
final class MongoKeptDetails implements KeptDetails {

    private static final String SEALED = "sealed";
    private static final String AT = "at";

    private final MongoCollection<Document> collection;
    private final Seal seal;
    private final JsonMapper json;

    MongoKeptDetails(MongoDatabase database, Seal seal, JsonMapper json) {
        this.collection = database.getCollection("delivery_details");
        this.seal = seal;
        this.json = json;
    }

    @Override
    public void keep(String pledge, Details details, Instant at) {
        byte[] sealed = seal.close(pledge, json.writeValueAsString(details));
        collection.replaceOne(
                eq("_id", pledge),
                new Document("_id", pledge).append(SEALED, new Binary(sealed)).append(AT, Date.from(at)),
                new ReplaceOptions().upsert(true));
    }

    @Override
    public Optional<Details> find(String pledge) {
        return Optional.ofNullable(collection.find(eq("_id", pledge)).first())
                .map(kept -> seal.open(pledge, kept.get(SEALED, Binary.class).getData()))
                .map(text -> json.readValue(text, Details.class));
    }

    @Override
    public void erase(String pledge) {
        collection.deleteOne(eq("_id", pledge));
    }

    @Override
    public List<Given> after(String pledge, int limit) {
        return collection
                .find(gt("_id", pledge))
                .projection(include(AT))
                .sort(ascending("_id"))
                .limit(limit)
                .map(kept -> new Given(kept.getString("_id"), kept.getDate(AT).toInstant()))
                .into(new ArrayList<>());
    }
}
