package quartier.pledge.refund;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.types.Binary;

/** One document for each pledge whose backer named an account. What tells whose it is stands in it sealed only. */
public final class RefundAccounts {

    record Kept(String pledge, String campaign) {}

    private static final String LINE = "\n";

    private final MongoCollection<Document> collection;
    private final Seal seal;

    RefundAccounts(MongoDatabase database, Seal seal) {
        this.collection = database.getCollection("refundAccounts");
        this.seal = seal;
    }

    public void keep(String pledge, String campaign, RefundAccount account, Instant at) {
        byte[] sealed = seal.close(pledge, account.iban().number() + LINE + account.holder());
        collection.replaceOne(
                eq("_id", pledge),
                new Document("_id", pledge)
                        .append("campaign", campaign)
                        .append("sealed", new Binary(sealed))
                        .append("at", Date.from(at)),
                new ReplaceOptions().upsert(true));
    }

    public Optional<RefundAccount> find(String pledge) {
        return Optional.ofNullable(collection.find(eq("_id", pledge)).first()).map(found -> {
            String text = seal.open(pledge, found.get("sealed", Binary.class).getData());
            int end = text.indexOf(LINE);
            return new RefundAccount(text.substring(end + 1), new Iban(text.substring(0, end)));
        });
    }

    /** Of these pledges the ones for which an account is kept. */
    public Set<String> given(Collection<String> pledges) {
        return collection
                .find(Filters.in("_id", pledges))
                .projection(Projections.include("_id"))
                .map(found -> found.getString("_id"))
                .into(new HashSet<>());
    }

    public void erase(String pledge) {
        collection.deleteOne(eq("_id", pledge));
    }

    /** By the pledges' ids, after this one. */
    List<Kept> after(String pledge, int limit) {
        return collection
                .find(gt("_id", pledge))
                .projection(Projections.include("campaign"))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(found -> new Kept(found.getString("_id"), found.getString("campaign")))
                .into(new ArrayList<>());
    }
}
