package quartier.pledge.escrow.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.CampaignState;
import quartier.pledge.escrow.Concern;
import quartier.pledge.escrow.EscrowViews;
import quartier.pledge.escrow.Progress;
import quartier.pledge.escrow.Progress.Part;
import quartier.pledge.escrow.Progress.PayoutPart;
import quartier.pledge.escrow.Progress.Stage;

/** Campaigns from their projected documents: one index serves every list. */
final class StoredEscrows implements EscrowViews {

    private final MongoCollection<Document> escrows;

    StoredEscrows(MongoDatabase database) {
        this.escrows = database.getCollection(ProjectionStore.ESCROWS);
        escrows.createIndex(Indexes.ascending("concerns", "deadline", "_id"));
        escrows.createIndex(Indexes.ascending("disputes"));
    }

    @Override
    public List<Place> places(Concern concern, @Nullable Place after, int limit) {
        return places(having(concern), after, limit);
    }

    @Override
    public List<Place> open(Instant until, @Nullable Place after, int limit) {
        return places(and(having(Concern.OPEN), lte("deadline", Date.from(until))), after, limit);
    }

    @Override
    public List<Progress> settling(@Nullable Place after, int limit) {
        return found(having(Concern.SETTLING), after, limit)
                .map(StoredEscrows::progress)
                .into(new ArrayList<>());
    }

    @Override
    public Optional<String> campaignOfDispute(String dispute) {
        return Optional.ofNullable(escrows.find(eq("disputes", dispute))
                        .projection(include("_id"))
                        .first())
                .map(found -> found.getString("_id"));
    }

    private List<Place> places(Bson wanted, @Nullable Place after, int limit) {
        return found(wanted, after, limit)
                .projection(include("deadline"))
                .map(StoredEscrows::place)
                .into(new ArrayList<>());
    }

    private FindIterable<Document> found(Bson wanted, @Nullable Place after, int limit) {
        return escrows.find(after == null ? wanted : and(wanted, beyond(after)))
                .sort(Sorts.ascending("deadline", "_id"))
                .limit(limit);
    }

    private static Bson having(Concern concern) {
        return eq("concerns", ProjectedDocuments.word(concern));
    }

    private static Bson beyond(Place place) {
        Date deadline = Date.from(place.deadline());
        return or(gt("deadline", deadline), and(eq("deadline", deadline), gt("_id", place.campaign())));
    }

    private static Place place(Document document) {
        return new Place(document.getDate("deadline").toInstant(), document.getString("_id"));
    }

    private static Progress progress(Document document) {
        int failed = document.getInteger("failedRefunds");
        long failedSum = document.getLong("failedRefundsSum");
        int due = document.getInteger("refundsDue") + document.getInteger("cashRefunds");
        return new Progress(
                document.getString("_id"),
                document.getDate("deadline").toInstant(),
                CampaignState.valueOf(document.getString("state").toUpperCase(Locale.ROOT)),
                document.getString("currency"),
                document.getLong("projectedPage"),
                Map.of(
                        Stage.DUE, new Part(due, document.getLong("owed") - failedSum),
                        Stage.DONE, new Part(document.getInteger("refunds"), document.getLong("refunded")),
                        Stage.FAILED, new Part(failed, failedSum)),
                document.getList("payouts", Document.class).stream()
                        .map(payout -> new PayoutPart(
                                payout.getString("id"), payout.getString("state"), payout.getLong("amount")))
                        .toList(),
                document.getLong("cashDue"));
    }
}
