package quartier.pledge.launch;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What this service keeps of a project: where it is, so that its staff are known, and how far its events were heard. */
public final class Projects {

    /**
     * @param title null until an event of this project is heard again since titles are kept
     * @param sequence of the last event that was applied
     */
    public record Project(String id, String owner, @Nullable String title, List<String> territoryPath, long sequence) {
        public Project {
            territoryPath = List.copyOf(territoryPath);
        }
    }

    private final MongoCollection<Document> collection;

    Projects(MongoDatabase database) {
        this.collection = database.getCollection("projects");
    }

    public Optional<Project> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first())
                .map(found -> new Project(
                        found.getString("_id"),
                        found.getString("owner"),
                        found.getString("title"),
                        found.getList("territoryPath", String.class),
                        found.getLong("sequence")));
    }

    /** Events of one project come one after the other, on one partition, so nobody overtakes this write. */
    void store(Project project) {
        collection.replaceOne(
                eq("_id", project.id()),
                new Document("_id", project.id())
                        .append("owner", project.owner())
                        .append("title", project.title())
                        .append("territoryPath", project.territoryPath())
                        .append("sequence", project.sequence()),
                new ReplaceOptions().upsert(true));
    }
}
