package quartier.pledge.supporter;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** The projection of support-service's supporters: one document each, which never goes back to an older event. */
public final class Supporters {

    private final MongoCollection<Document> collection;

    Supporters(MongoDatabase database) {
        this.collection = database.getCollection("supporters");
    }

    /** False when something as new was applied before. */
    boolean apply(Supporter supporter, long sequence) {
        try {
            var result = collection.replaceOne(
                    and(eq("_id", supporter.id()), lt("sequence", sequence)),
                    new Document("_id", supporter.id())
                            .append("sequence", sequence)
                            .append("name", supporter.name())
                            .append("publicBody", supporter.publicBody())
                            .append("approved", supporter.approved())
                            .append("agents", List.copyOf(supporter.agents())),
                    new ReplaceOptions().upsert(true));
            return result.getMatchedCount() == 1 || result.getUpsertedId() != null;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false; // it is there, and not older
            }
            throw refused;
        }
    }

    public Optional<Supporter> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(Supporters::read);
    }

    /** The names of those that are known. */
    public Map<String, String> namesOf(Collection<String> ids) {
        Map<String, String> names = new LinkedHashMap<>();
        if (!ids.isEmpty()) {
            collection
                    .find(in("_id", ids))
                    .forEach(found -> names.put(found.getString("_id"), found.getString("name")));
        }
        return names;
    }

    private static Supporter read(Document document) {
        return new Supporter(
                document.getString("_id"),
                document.getString("name"),
                document.getBoolean("publicBody"),
                document.getBoolean("approved"),
                new HashSet<>(document.getList("agents", String.class)));
    }
}
