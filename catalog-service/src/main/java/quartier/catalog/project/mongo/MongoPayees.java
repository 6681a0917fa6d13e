package quartier.catalog.project.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import org.bson.Document;
import org.springframework.stereotype.Component;
import quartier.catalog.project.PayeeNews;
import quartier.catalog.project.Payees;

/** The projection of pledge-service's payees: one document each, which never goes back to an older event. */
@Component
final class MongoPayees implements Payees, PayeeNews {

    private final MongoCollection<Document> collection;

    MongoPayees(MongoDatabase database) {
        this.collection = database.getCollection("payees");
    }

    @Override
    public boolean isVerified(String memberId) {
        Document payee = collection.find(eq("_id", memberId)).first();
        return payee != null && payee.getBoolean("verified");
    }

    @Override
    public boolean hear(String memberId, boolean verified, long sequence) {
        try {
            var result = collection.replaceOne(
                    and(eq("_id", memberId), lt("sequence", sequence)),
                    new Document("_id", memberId).append("verified", verified).append("sequence", sequence),
                    new ReplaceOptions().upsert(true));
            return result.getMatchedCount() == 1 || result.getUpsertedId() != null;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false; // it is there, and not older
            }
            throw refused;
        }
    }
}
