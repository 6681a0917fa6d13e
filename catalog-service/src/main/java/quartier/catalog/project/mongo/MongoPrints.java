package quartier.catalog.project.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import quartier.catalog.project.Darkroom.Developed;
import quartier.catalog.project.Prints;

/** One document for each print, far below the store's limit for documents, read and written by {@code _id} only. */
@Component
final class MongoPrints implements Prints {

    private static final String JPEG = "jpeg";

    private final MongoCollection<Document> collection;

    MongoPrints(MongoDatabase database) {
        this.collection = database.getCollection("prints");
    }

    @Override
    public void keep(String pictureId, Developed.Prints prints) {
        put(name(pictureId, Size.LARGE), prints.large());
        put(name(pictureId, Size.SMALL), prints.small());
    }

    @Override
    public Optional<byte[]> find(String pictureId, Size size) {
        return Optional.ofNullable(
                        collection.find(eq("_id", name(pictureId, size))).first())
                .map(print -> print.get(JPEG, Binary.class).getData());
    }

    @Override
    public void throwAway(String pictureId) {
        collection.deleteMany(in("_id", name(pictureId, Size.LARGE), name(pictureId, Size.SMALL)));
    }

    private void put(String id, byte[] jpeg) {
        collection.replaceOne(
                eq("_id", id),
                new Document("_id", id).append(JPEG, new Binary(jpeg)),
                new ReplaceOptions().upsert(true));
    }

    private static String name(String pictureId, Size size) {
        return pictureId + ":" + size.name();
    }
}
