package quartier.catalog.delivery.mongo;

import static com.mongodb.client.model.Filters.eq;
import static quartier.catalog.delivery.mongo.MongoRewardNews.EDITION;
import static quartier.catalog.delivery.mongo.MongoRewardNews.UNTOLD;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import quartier.catalog.delivery.Survey;
import quartier.catalog.delivery.Surveys;
import quartier.platform.store.DocumentMapper;

/** One document for each tier that asks something. */
@Component
final class MongoSurveys implements Surveys {

    private final MongoCollection<Document> collection;
    private final DocumentMapper mapper;

    MongoSurveys(MongoDatabase database, DocumentMapper mapper) {
        this.collection = database.getCollection("surveys");
        this.mapper = mapper;
        collection.createIndex(Indexes.ascending("project"));
    }

    @Override
    public List<Survey> of(String project) {
        return collection
                .find(eq("project", project))
                .map(document -> mapper.fromDocument(document, Survey.class))
                .into(new ArrayList<>());
    }

    @Override
    public void put(Survey survey) {
        String id = survey.project() + ":" + survey.tier();
        Document before = collection.find(eq("_id", id)).first();
        if (before != null && mapper.fromDocument(before, Survey.class).equals(survey)) {
            return;
        }
        Long edition = before == null ? null : before.getLong(EDITION);
        Document asked =
                mapper.toDocument(survey).append("_id", id).append(EDITION, edition == null ? 1L : edition + 1);
        if (!survey.questions().isEmpty()) {
            asked.append(UNTOLD, survey.project());
        }
        collection.replaceOne(eq("_id", id), asked, new ReplaceOptions().upsert(true));
    }
}
