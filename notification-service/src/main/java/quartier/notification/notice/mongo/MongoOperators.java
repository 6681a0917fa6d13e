package quartier.notification.notice.mongo;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;
import quartier.notification.notice.Operators;

/** One document for each of them. */
@Component
final class MongoOperators implements Operators {

    private final MongoCollection<Document> operators;

    MongoOperators(MongoDatabase database) {
        operators = database.getCollection("operators");
    }

    @Override
    public void keep(String member, boolean operator) {
        if (operator) {
            operators.replaceOne(eq("_id", member), new Document("_id", member), new ReplaceOptions().upsert(true));
        } else {
            operators.deleteOne(eq("_id", member));
        }
    }

    @Override
    public List<String> all() {
        return operators.find().map(document -> document.getString("_id")).into(new ArrayList<>());
    }
}
