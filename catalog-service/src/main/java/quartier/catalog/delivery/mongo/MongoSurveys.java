package quartier.catalog.delivery.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static quartier.catalog.delivery.mongo.MongoRewardNews.ASKED_AT;
import static quartier.catalog.delivery.mongo.MongoRewardNews.EDITION;
import static quartier.catalog.delivery.mongo.MongoRewardNews.UNTOLD;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;
import quartier.catalog.delivery.Survey;
import quartier.catalog.delivery.Surveys;
import quartier.platform.store.DocumentMapper;

/** One document for each tier whose backers are asked something; without questions, where it is an address alone. */
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
        String id = id(survey.project(), survey.tier());
        Document before = collection.find(eq("_id", id)).first();
        if (before != null && mapper.fromDocument(before, Survey.class).equals(survey)) {
            return;
        }
        // What stands beside the questions stays: a new question is no way round the time between two reminders.
        collection.updateOne(
                eq("_id", id),
                combine(
                        set("project", survey.project()),
                        set("tier", survey.tier()),
                        set("questions", mapper.toDocument(survey).get("questions")),
                        inc(EDITION, 1L),
                        survey.questions().isEmpty() ? unset(UNTOLD) : set(UNTOLD, survey.project())),
                new UpdateOptions().upsert(true));
    }

    @Override
    public Map<String, Instant> lastAsked(String project) {
        Map<String, Instant> asked = new HashMap<>();
        collection
                .find(and(eq("project", project), exists(ASKED_AT)))
                .forEach(found -> asked.put(
                        found.getString("tier"), found.getDate(ASKED_AT).toInstant()));
        return asked;
    }

    @Override
    public boolean askAgain(String project, String tier, Instant at, Instant notSince) {
        try {
            var result = collection.updateOne(
                    and(
                            eq("_id", id(project, tier)),
                            exists(UNTOLD, false),
                            or(exists(ASKED_AT, false), lte(ASKED_AT, Date.from(notSince)))),
                    combine(
                            set(ASKED_AT, Date.from(at)),
                            set(UNTOLD, project),
                            inc(EDITION, 1L),
                            setOnInsert("project", project),
                            setOnInsert("tier", tier),
                            setOnInsert("questions", List.of())),
                    new UpdateOptions().upsert(true));
            return result.getMatchedCount() == 1 || result.getUpsertedId() != null;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false; // it is there, and was asked lately
            }
            throw refused;
        }
    }

    private static String id(String project, String tier) {
        return project + ":" + tier;
    }
}
