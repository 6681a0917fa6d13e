package quartier.pledge.escrow.web;

import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.Review;

/** The pledges of all campaigns that somebody has to look at. It follows the journal within moments. */
final class ReviewQueue {

    record Open(Escrow escrow, Review review) {}

    private static final int CAMPAIGNS = 500;

    private final MongoCollection<Document> campaigns;
    private final Escrows escrows;

    ReviewQueue(MongoDatabase database, Escrows escrows) {
        this.campaigns = database.getCollection("escrows");
        this.escrows = escrows;
        campaigns.createIndex(Indexes.descending("reviews"));
    }

    /** Those that wait longest first. */
    List<Open> oldest(int limit) {
        List<String> ids = campaigns
                .find(gt("reviews", 0))
                .projection(Projections.include("_id"))
                .limit(CAMPAIGNS)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
        return ids.stream()
                .flatMap(id -> escrows.find(id).stream())
                .flatMap(ReviewQueue::ofCampaign)
                .sorted(Comparator.comparing(open -> open.review().since()))
                .limit(limit)
                .toList();
    }

    private static Stream<Open> ofCampaign(Escrow escrow) {
        return escrow.reviews().map(review -> new Open(escrow, review));
    }
}
