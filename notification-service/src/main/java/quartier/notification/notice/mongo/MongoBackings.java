package quartier.notification.notice.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.springframework.stereotype.Component;
import quartier.notification.notice.Backing;
import quartier.notification.notice.Backings;

/** One document for each pledge. */
@Component
final class MongoBackings implements Backings {

    private final MongoCollection<Document> backings;

    MongoBackings(MongoDatabase database) {
        backings = database.getCollection("backings");
        backings.createIndex(Indexes.ascending("backer"));
        backings.createIndex(Indexes.ascending("project", "standing", "at"));
    }

    @Override
    public void keep(Backing backing, long sequence) {
        boolean isNew = Inserts.one(
                backings,
                new Document("_id", backing.pledge())
                        .append("project", backing.project())
                        .append("backer", backing.backer())
                        .append("at", Date.from(backing.at()))
                        .append("standing", backing.standing())
                        .append("sequence", sequence));
        if (!isNew) {
            backings.updateOne(
                    and(eq("_id", backing.pledge()), lt("sequence", sequence)),
                    Updates.combine(Updates.set("standing", backing.standing()), Updates.set("sequence", sequence)));
        }
    }

    @Override
    public List<Backing> of(String member) {
        return backings.find(eq("backer", member))
                .map(document -> new Backing(
                        document.getString("_id"),
                        document.getString("project"),
                        document.getString("backer"),
                        document.getDate("at").toInstant(),
                        document.getBoolean("standing", false)))
                .into(new ArrayList<>());
    }

    @Override
    public void forget(String member) {
        backings.deleteMany(eq("backer", member));
    }

    @Override
    public Set<String> backersAt(String project, Instant at) {
        return backings.find(and(eq("project", project), eq("standing", true), lte("at", Date.from(at))))
                .map(document -> document.getString("backer"))
                .into(new LinkedHashSet<>());
    }
}
