package quartier.catalog.project.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import quartier.catalog.project.Days;
import quartier.catalog.project.Totals;

/** One document for each campaign and day, which never goes back to an older event. */
@Component
final class MongoDays implements Days {

    private static final ZoneId WALL_CLOCK = ZoneId.of("Europe/Paris");
    private static final int MOST = 400;

    private final MongoCollection<Document> collection;

    MongoDays(MongoDatabase database) {
        this.collection = database.getCollection("campaign_days");
        collection.createIndex(Indexes.ascending("project", "date"));
    }

    @Override
    public void note(String project, Instant toldAt, Totals totals, long sequence) {
        String date = toldAt.atZone(WALL_CLOCK).toLocalDate().toString();
        String id = project + ":" + date;
        try {
            collection.replaceOne(
                    and(eq("_id", id), lt("sequence", sequence)),
                    new Document("_id", id)
                            .append("project", project)
                            .append("date", date)
                            .append("collected", totals.collectedMinorUnits())
                            .append("backers", totals.backers())
                            .append("sequence", sequence),
                    new ReplaceOptions().upsert(true));
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            // it is there, and not older
        }
    }

    @Override
    public List<Day> of(String project) {
        return collection
                .find(eq("project", project))
                .sort(ascending("date"))
                .limit(MOST)
                .map(day -> new Day(day.getString("date"), day.getLong("collected"), day.getInteger("backers")))
                .into(new ArrayList<>());
    }
}
