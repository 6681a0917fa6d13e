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
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.Review;

/** The pledges of all campaigns that somebody has to look at. It follows the journal within moments. */
final class ReviewQueue {

    record Open(Escrow escrow, Review review) {

        /** Its place among those that wait, as {@link Page#cursor} takes it. */
        Place place() {
            return new Place(review.since().toEpochMilli(), review.pledge());
        }
    }

    /** By time, and where that is the same, by pledge. */
    record Place(long sinceMillis, String pledge) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparingLong(Place::sinceMillis).thenComparing(Place::pledge);

        static Place of(String cursor) {
            String[] parts = cursor.split("_", 2);
            return new Place(Long.parseLong(parts[0]), parts[1]);
        }

        String cursor() {
            return sinceMillis + "_" + pledge;
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private static final int CAMPAIGNS = 500;

    private final MongoCollection<Document> campaigns;
    private final Escrows escrows;

    ReviewQueue(MongoDatabase database, Escrows escrows) {
        this.campaigns = database.getCollection("escrows");
        this.escrows = escrows;
        campaigns.createIndex(Indexes.descending("reviews"));
    }

    /**
     * Those that wait longest first.
     *
     * @param after the cursor of the last one of the page before; what was decided meanwhile is left out
     */
    Page<Open> oldest(@Nullable String after, int limit) {
        Place from = after == null ? null : Place.of(after);
        List<String> ids = campaigns
                .find(gt("reviews", 0))
                .projection(Projections.include("_id"))
                .limit(CAMPAIGNS)
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
        List<Open> all = ids.stream()
                .flatMap(id -> escrows.find(id).stream())
                .flatMap(ReviewQueue::ofCampaign)
                .filter(open -> from == null || open.place().compareTo(from) > 0)
                .sorted(Comparator.comparing(Open::place))
                .limit(limit + 1L)
                .toList();
        return all.size() > limit
                ? new Page<>(all.subList(0, limit), all.get(limit - 1).place().cursor())
                : new Page<>(all, null);
    }

    private static Stream<Open> ofCampaign(Escrow escrow) {
        return escrow.reviews().map(review -> new Open(escrow, review));
    }
}
