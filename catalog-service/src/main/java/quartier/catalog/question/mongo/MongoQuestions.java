package quartier.catalog.question.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import quartier.catalog.question.AskQuestions;
import quartier.catalog.question.Question;
import quartier.catalog.question.Questions;
import quartier.platform.outbox.OutboxRelay;
import quartier.platform.store.DocumentMapper;

/** One document for each question, with its answer and what is still to be told of it. */
@Component
final class MongoQuestions implements Questions {

    private static final String ANSWER = "answer";
    private static final String OUTBOX = "outbox";

    private final MongoCollection<Document> collection;
    private final OutboxRelay relay;
    private final DocumentMapper mapper;
    private final QuestionOutbox outbox;

    MongoQuestions(MongoDatabase database, OutboxRelay relay, DocumentMapper mapper, QuestionOutbox outbox) {
        this.collection = database.getCollection("questions");
        this.relay = relay;
        this.mapper = mapper;
        this.outbox = outbox;
        collection.createIndex(Indexes.descending("project", "at"));
        collection.createIndex(Indexes.ascending("outbox.id"), new IndexOptions().sparse(true));
    }

    @Override
    public List<Question> of(String project) {
        return collection
                .find(eq("project", project))
                .sort(descending("at"))
                .limit(AskQuestions.MOST_OF_A_PROJECT)
                .map(this::question)
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Question> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(this::question);
    }

    @Override
    public boolean insert(Question question) {
        try {
            collection.insertOne(mapper.toDocument(question)
                    .append("_id", question.id())
                    .append(OUTBOX, List.of(outbox.asked(question).toDocument())));
            relay.announce(collection, question.id());
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }

    @Override
    public void answer(Question answered, Question.Answer answer) {
        Bson kept = Updates.set(ANSWER, mapper.toDocument(answer));
        boolean isFirst = collection
                        .updateOne(
                                and(eq("_id", answered.id()), exists(ANSWER, false)),
                                Updates.combine(
                                        kept,
                                        Updates.push(
                                                OUTBOX,
                                                outbox.answered(answered, answer)
                                                        .toDocument())))
                        .getMatchedCount()
                == 1;
        if (isFirst) {
            relay.announce(collection, answered.id());
        } else {
            collection.updateOne(eq("_id", answered.id()), kept);
        }
    }

    @Override
    public void remove(String id) {
        collection.deleteOne(eq("_id", id));
    }

    private Question question(Document document) {
        return mapper.fromDocument(document, Question.class);
    }
}
