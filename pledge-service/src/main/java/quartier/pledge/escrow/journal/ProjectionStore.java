package quartier.pledge.escrow.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The collections {@code escrows} (one document a campaign, which also says how far the followers of its journal have
 * come) and {@code pledges}. A document never goes back to an older page, whoever writes it.
 */
final class ProjectionStore implements Projections {

    static final String ESCROWS = "escrows";
    static final String PLEDGES = "pledges";

    private static final Logger log = LoggerFactory.getLogger(ProjectionStore.class);

    private final MongoCollection<Document> escrows;
    private final MongoCollection<Document> pledges;

    ProjectionStore(MongoDatabase database) {
        this.escrows = database.getCollection(ESCROWS);
        this.pledges = database.getCollection(PLEDGES);
    }

    void createIndexes() {
        escrows.createIndex(Indexes.ascending("nextWork"));
        pledges.createIndex(Indexes.compoundIndex(
                Indexes.ascending("member"), Indexes.descending("placedAt"), Indexes.descending("_id")));
        pledges.createIndex(Indexes.compoundIndex(
                Indexes.ascending("campaign"), Indexes.descending("placedAt"), Indexes.descending("_id")));
    }

    @Override
    public void opening(String campaign) {
        escrows.updateOne(
                eq("_id", campaign),
                Updates.combine(Updates.setOnInsert("projectedPage", 0L), Updates.setOnInsert("relayedPage", 0L)),
                new UpdateOptions().upsert(true));
    }

    @Override
    public Optional<Position> position(String campaign) {
        return Optional.ofNullable(escrows.find(eq("_id", campaign))
                        .projection(include("projectedPage", "relayedPage"))
                        .first())
                .map(ProjectionStore::position);
    }

    @Override
    public List<Position> positionsAfter(String campaign, int limit) {
        return escrows.find(gt("_id", campaign))
                .projection(include("projectedPage", "relayedPage"))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(ProjectionStore::position)
                .into(new ArrayList<>());
    }

    @Override
    public List<String> withWork(Instant now, int limit) {
        return escrows.find(lte("nextWork", Date.from(now)))
                .projection(include("_id"))
                .sort(Sorts.ascending("nextWork"))
                .limit(limit)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    @Override
    public void relayed(String campaign, long page) {
        escrows.updateOne(and(eq("_id", campaign), lt("relayedPage", page)), Updates.set("relayedPage", page));
    }

    @Override
    public void putPledges(String campaign, long page, List<Document> documents) {
        if (documents.isEmpty()) {
            return;
        }
        try {
            pledges.bulkWrite(
                    documents.stream()
                            .map(document -> write(campaign, page, document))
                            .toList(),
                    new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException refused) {
            // A duplicate key is a document that stands at a newer page already: nothing matched, and an insert failed.
            boolean onlyNewer = refused.getWriteErrors().stream()
                    .allMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
            if (!onlyNewer || refused.getWriteConcernError() != null) {
                throw refused;
            }
            log.info(
                    "{} pledges of {} were projected by another before",
                    refused.getWriteErrors().size(),
                    campaign);
        }
    }

    private static WriteModel<Document> write(String campaign, long page, Document pledge) {
        Document fields = new Document(pledge).append("page", page);
        Bson older = and(eq("_id", fields.remove("_id")), eq("campaign", campaign), lte("page", page));
        fields.remove("campaign"); // the filter gives it to a new document
        return new UpdateOneModel<>(older, new Document("$set", fields), new UpdateOptions().upsert(true));
    }

    @Override
    public void putEscrow(String campaign, long page, Document escrow) {
        escrows.updateOne(
                and(eq("_id", campaign), lt("projectedPage", page)),
                new Document("$set", new Document(escrow).append("projectedPage", page)));
    }

    Optional<Document> pledge(String id) {
        return Optional.ofNullable(pledges.find(eq("_id", id)).first());
    }

    /** Newest first. */
    List<Document> pledges(Bson filter, int limit) {
        return pledges.find(filter)
                .sort(Sorts.descending("placedAt", "_id"))
                .limit(limit)
                .into(new ArrayList<>());
    }

    private static Position position(Document document) {
        return new Position(
                document.getString("_id"), document.getLong("projectedPage"), document.getLong("relayedPage"));
    }
}
