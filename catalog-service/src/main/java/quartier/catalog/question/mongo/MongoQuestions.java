package quartier.catalog.question.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;
import quartier.catalog.question.AskQuestions;
import quartier.catalog.question.Question;
import quartier.catalog.question.Questions;
import quartier.platform.store.DocumentMapper;

/** One document for each question, with its answer. */
@Component
final class MongoQuestions implements Questions {

    private final MongoCollection<Document> collection;
    private final DocumentMapper mapper;

    MongoQuestions(MongoDatabase database, DocumentMapper mapper) {
        this.collection = database.getCollection("questions");
        this.mapper = mapper;
        collection.createIndex(Indexes.descending("project", "at"));
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
            collection.insertOne(document(question));
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }

    @Override
    public void replace(Question question) {
        collection.replaceOne(eq("_id", question.id()), document(question));
    }

    @Override
    public void remove(String id) {
        collection.deleteOne(eq("_id", id));
    }

    private Document document(Question question) {
        return mapper.toDocument(question).append("_id", question.id());
    }

    private Question question(Document document) {
        return mapper.fromDocument(document, Question.class);
    }
}
