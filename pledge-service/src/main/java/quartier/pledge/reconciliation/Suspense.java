package quartier.pledge.reconciliation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Both sides' lines side by side: one document for all that has the same kind, reference and currency, with each side's
 * movements and the difference of their sums. What differs stands in suspense. A movement is added by one conditional
 * update with its amount, so that however often it is told it counts once.
 */
final class Suspense {

    enum Side {
        STATEMENT,
        LEDGER
    }

    /** A movement as one side names it. */
    record Movement(String id, long minorUnits, Instant at) {}

    /** @param differenceMinorUnits statement minus ledger */
    record Open(
            String kind,
            String reference,
            @Nullable String campaign,
            String currency,
            long differenceMinorUnits,
            Instant since,
            List<Movement> statement,
            List<Movement> ledger) {}

    private static final String STATEMENT = "statement";
    private static final String LEDGER = "ledger";

    private final MongoCollection<Document> lines;

    Suspense(MongoDatabase database) {
        lines = database.getCollection("reconciliation");
        lines.createIndex(Indexes.ascending("difference"));
        lines.createIndex(Indexes.ascending("campaign")); // the auditor reads them campaign by campaign
    }

    void add(Side side, Line line, Instant now) {
        String name = side == Side.STATEMENT ? STATEMENT : LEDGER;
        Document movement = new Document("id", line.movement())
                .append("minorUnits", line.minorUnits())
                .append("at", Date.from(line.at()));
        List<Bson> changes = new ArrayList<>(List.of(
                setOnInsert("kind", line.kind()),
                setOnInsert("reference", line.reference()),
                setOnInsert("currency", line.currency()),
                setOnInsert("since", Date.from(now)),
                set("changedAt", Date.from(now)),
                push(name, movement),
                inc("difference", side == Side.STATEMENT ? line.minorUnits() : -line.minorUnits())));
        if (line.campaign() != null) {
            changes.add(set("campaign", line.campaign()));
        }
        try {
            lines.updateOne(
                    and(eq("_id", line.key()), ne(name + ".id", line.movement())),
                    combine(changes),
                    new UpdateOptions().upsert(true));
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            // The movement was told before: nothing matched, and the insert found the document there.
        }
    }

    long count() {
        return lines.countDocuments(ne("difference", 0L));
    }

    /** The oldest first. */
    List<Open> open(int limit) {
        return lines.find(ne("difference", 0L))
                .sort(Indexes.ascending("since", "_id"))
                .limit(limit)
                .map(Suspense::read)
                .into(new ArrayList<>());
    }

    /** What matched long ago is no news any more, to either side. */
    void forgetMatched(Instant before) {
        lines.deleteMany(and(eq("difference", 0L), lt("changedAt", Date.from(before))));
    }

    private static Open read(Document document) {
        return new Open(
                document.getString("kind"),
                document.getString("reference"),
                document.getString("campaign"),
                document.getString("currency"),
                document.getLong("difference"),
                document.getDate("since").toInstant(),
                movements(document, STATEMENT),
                movements(document, LEDGER));
    }

    private static List<Movement> movements(Document document, String side) {
        return document.getList(side, Document.class, List.of()).stream()
                .map(movement -> new Movement(
                        movement.getString("id"),
                        movement.getLong("minorUnits"),
                        movement.getDate("at").toInstant()))
                .toList();
    }
}
