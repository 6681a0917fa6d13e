package quartier.pledge.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import quartier.pledge.escrow.Account;

/** The collection {@code audit-checkpoints}, one document for each campaign. */
final class MongoCheckpoints implements Checkpoints {

    private final MongoCollection<Document> collection;

    MongoCheckpoints(MongoDatabase database) {
        this.collection = database.getCollection("audit-checkpoints");
    }

    @Override
    public Set<String> campaigns() {
        return collection
                .find()
                .projection(include("_id"))
                .map(document -> document.getString("_id"))
                .into(new HashSet<>());
    }

    @Override
    public Optional<Checkpoint> find(String campaign) {
        return Optional.ofNullable(collection.find(eq("_id", campaign)).first()).map(MongoCheckpoints::read);
    }

    @Override
    public void put(Checkpoint checkpoint) {
        Document balances = new Document();
        checkpoint.balances().forEach((account, balance) -> balances.append(account.name(), balance));
        try {
            collection.replaceOne(
                    and(eq("_id", checkpoint.campaign()), lte("page", checkpoint.page())),
                    new Document("_id", checkpoint.campaign())
                            .append("page", checkpoint.page())
                            .append("hash", checkpoint.hash())
                            .append("balances", balances)
                            .append("pledges", checkpoint.pledges())
                            .append("compared", checkpoint.compared())
                            .append("comparisons", checkpoint.comparisons()),
                    new ReplaceOptions().upsert(true));
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            // A later one stands.
        }
    }

    private static Checkpoint read(Document document) {
        Map<Account, Long> balances = new EnumMap<>(Account.class);
        document.get("balances", Document.class)
                .forEach((account, balance) -> balances.put(Account.valueOf(account), (Long) balance));
        return new Checkpoint(
                document.getString("_id"),
                document.getLong("page"),
                document.getString("hash"),
                balances,
                document.getLong("pledges"),
                // Checkpoints of before the statement was looked at have neither.
                document.get("compared", 0L),
                document.get("comparisons", 0L));
    }
}
