package quartier.catalog.territory.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import quartier.catalog.territory.Logos;

/** One small document for each logo. */
@Component
final class MongoLogos implements Logos {

    private final MongoCollection<Document> logos;

    MongoLogos(MongoDatabase database) {
        this.logos = database.getCollection("logos");
    }

    @Override
    public Optional<byte[]> find(String territory) {
        return Optional.ofNullable(logos.find(eq("_id", territory)).first())
                .map(document -> document.get("png", Binary.class).getData());
    }

    @Override
    public void put(String territory, byte[] png) {
        logos.replaceOne(
                eq("_id", territory),
                new Document("_id", territory).append("png", new Binary(png)),
                new ReplaceOptions().upsert(true));
    }

    @Override
    public void remove(String territory) {
        logos.deleteOne(eq("_id", territory));
    }
}
