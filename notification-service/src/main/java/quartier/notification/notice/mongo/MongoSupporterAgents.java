package quartier.notification.notice.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;
import quartier.notification.notice.SupporterAgents;

@Component
final class MongoSupporterAgents implements SupporterAgents {

    private final MongoCollection<Document> supporters;

    MongoSupporterAgents(MongoDatabase database) {
        supporters = database.getCollection("supporters");
    }

    @Override
    public void keep(String supporter, List<String> agents, long sequence) {
        boolean isNew = Inserts.one(
                supporters,
                new Document("_id", supporter).append("agents", agents).append("sequence", sequence));
        if (!isNew) {
            supporters.updateOne(
                    and(eq("_id", supporter), lt("sequence", sequence)),
                    Updates.combine(Updates.set("agents", agents), Updates.set("sequence", sequence)));
        }
    }

    @Override
    public Optional<List<String>> of(String supporter) {
        return Optional.ofNullable(supporters.find(eq("_id", supporter)).first())
                .map(document -> document.getList("agents", String.class, List.of()));
    }
}
