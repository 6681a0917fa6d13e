package quartier.catalog.contest.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;
import org.springframework.stereotype.Component;
import quartier.catalog.contest.Backings;

/** One document for each backer of each project: its id says all. */
@Component
final class MongoBackings implements Backings {

    private final MongoCollection<Document> collection;

    MongoBackings(MongoDatabase database) {
        this.collection = database.getCollection("backings");
    }

    @Override
    public boolean has(String project, String memberId) {
        return collection.find(eq("_id", id(project, memberId))).first() != null;
    }

    @Override
    public void add(String project, String memberId) {
        String id = id(project, memberId);
        collection.replaceOne(eq("_id", id), new Document("_id", id), new ReplaceOptions().upsert(true));
    }

    private static String id(String project, String memberId) {
        return project + ":" + memberId;
    }
}
