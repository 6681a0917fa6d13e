package quartier.pledge.backer;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;

/** One document for each member who ever pledged, with the name that the identity provider last gave. */
public final class BackerNames {

    private static final int REMEMBERED = 10_000;

    private final MongoCollection<Document> collection;
    private final Map<String, String> written = new ConcurrentHashMap<>();

    public BackerNames(MongoDatabase database) {
        this.collection = database.getCollection("backers");
    }

    public void remember(String member, String name) {
        if (name.equals(written.get(member))) {
            return; // the usual case costs no write
        }
        collection.replaceOne(
                eq("_id", member), new Document("_id", member).append("name", name), new ReplaceOptions().upsert(true));
        if (written.size() >= REMEMBERED) {
            written.clear();
        }
        written.put(member, name);
    }

    /** The names of those that are known. */
    public Map<String, String> of(Collection<String> members) {
        Map<String, String> names = new LinkedHashMap<>();
        if (!members.isEmpty()) {
            collection
                    .find(in("_id", members))
                    .forEach(found -> names.put(found.getString("_id"), found.getString("name")));
        }
        return names;
    }
}
