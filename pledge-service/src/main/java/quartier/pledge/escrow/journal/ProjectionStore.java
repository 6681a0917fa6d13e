package quartier.pledge.escrow.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Folded;
import quartier.pledge.escrow.Pledge;

/**
 * The collections {@code escrows} (one document a campaign, which also says how far the followers of its journal have
 * come) and {@code pledges}. A document never goes back to an older page, whoever writes it.
 */
final class ProjectionStore {

    static final String ESCROWS = "escrows";
    static final String PLEDGES = "pledges";
    /** Few enough that the pages which are committed meanwhile do not wait long. */
    private static final int WRITES_AT_ONCE = 32;

    private static final Logger log = LoggerFactory.getLogger(ProjectionStore.class);

    /** How far the followers of a campaign's journal have come. */
    record Position(String campaign, long projectedPage, long relayedPage) {}

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

    void opening(String campaign) {
        escrows.updateOne(
                eq("_id", campaign),
                Updates.combine(Updates.setOnInsert("projectedPage", 0L), Updates.setOnInsert("relayedPage", 0L)),
                new UpdateOptions().upsert(true));
    }

    Optional<Position> position(String campaign) {
        return Optional.ofNullable(escrows.find(eq("_id", campaign))
                        .projection(Projections.include("projectedPage", "relayedPage"))
                        .first())
                .map(ProjectionStore::position);
    }

    List<Position> positionsAfter(String campaign, int limit) {
        return escrows.find(gt("_id", campaign))
                .projection(Projections.include("projectedPage", "relayedPage"))
                .sort(Sorts.ascending("_id"))
                .limit(limit)
                .map(ProjectionStore::position)
                .into(new ArrayList<>());
    }

    List<String> withWork(Instant now, int limit) {
        return escrows.find(lte("nextWork", Date.from(now)))
                .projection(Projections.include("_id"))
                .sort(Sorts.ascending("nextWork"))
                .limit(limit)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    void relayed(String campaign, long page) {
        escrows.updateOne(and(eq("_id", campaign), lt("relayedPage", page)), Updates.set("relayedPage", page));
    }

    /** The campaigns of these pledges, as far as they are projected. */
    Map<String, String> campaignsOf(Collection<String> ids) {
        Map<String, String> campaigns = new HashMap<>();
        pledges.find(in("_id", ids))
                .projection(Projections.include("campaign"))
                .forEach(pledge -> campaigns.put(pledge.getString("_id"), pledge.getString("campaign")));
        return campaigns;
    }

    /** Writes the pledges that were touched, then the campaign; can be repeated at will. */
    void project(Folded folded, Touched touched) {
        Escrow escrow = folded.escrow();
        if (escrow == null) {
            return;
        }
        Stream<Pledge> changed = touched.all()
                ? escrow.pledges()
                : touched.pledges().stream().map(escrow::pledge).flatMap(Optional::stream);
        List<WriteModel<Document>> writes = new ArrayList<>();
        changed.forEach(pledge -> {
            writes.add(write(folded, escrow, pledge));
            if (writes.size() == WRITES_AT_ONCE) {
                long start = System.nanoTime();
                write(folded.campaign(), writes);
                writes.clear();
                giveWay(System.nanoTime() - start);
            }
        });
        write(folded.campaign(), writes);
        escrows.updateOne(
                and(eq("_id", folded.campaign()), lt("projectedPage", folded.page())),
                new Document("$set", ProjectedDocuments.escrow(folded).append("projectedPage", folded.page())));
    }

    /** In a burst the store is for the pages first: projections take a third of it and come later. */
    private static void giveWay(long busyNanos) {
        LockSupport.parkNanos(2 * busyNanos);
    }

    private static WriteModel<Document> write(Folded folded, Escrow escrow, Pledge pledge) {
        Document fields = ProjectedDocuments.pledge(ProjectedDocuments.view(escrow, pledge))
                .append("page", folded.page());
        Bson older = and(
                eq("_id", pledge.promise().pledge()), eq("campaign", folded.campaign()), lte("page", folded.page()));
        fields.remove("campaign"); // the filter gives it to a new document
        return new UpdateOneModel<>(older, new Document("$set", fields), new UpdateOptions().upsert(true));
    }

    private void write(String campaign, List<WriteModel<Document>> writes) {
        if (writes.isEmpty()) {
            return;
        }
        try {
            pledges.bulkWrite(writes, new BulkWriteOptions().ordered(false));
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
