package quartier.support.radar.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import quartier.platform.store.DocumentMapper;
import quartier.support.radar.Watch;
import quartier.support.radar.Watches;

/** One document for each project that a supporter watches. */
@Component
final class MongoWatches implements Watches {

    private final MongoCollection<Document> watches;
    private final DocumentMapper documents;

    MongoWatches(MongoDatabase database, DocumentMapper documents) {
        this.watches = database.getCollection("watches");
        this.documents = documents;
        watches.createIndex(Indexes.compoundIndex(ascending("supporter"), descending("at")));
    }

    @Override
    public void put(Watch watch) {
        String id = id(watch.supporter(), watch.project());
        watches.replaceOne(
                eq("_id", id), documents.toDocument(watch).append("_id", id), new ReplaceOptions().upsert(true));
    }

    @Override
    public void remove(String supporter, String project) {
        watches.deleteOne(eq("_id", id(supporter, project)));
    }

    @Override
    public boolean contains(String supporter, String project) {
        return watches.find(eq("_id", id(supporter, project))).first() != null;
    }

    @Override
    public List<Watch> of(String supporter, int limit) {
        return watches.find(eq("supporter", supporter))
                .sort(descending("at"))
                .limit(limit)
                .map(found -> documents.fromDocument(found, Watch.class))
                .into(new ArrayList<>());
    }

    @Override
    public long count(String supporter) {
        return watches.countDocuments(eq("supporter", supporter));
    }

    private static String id(String supporter, String project) {
        return supporter + '/' + project;
    }
}
