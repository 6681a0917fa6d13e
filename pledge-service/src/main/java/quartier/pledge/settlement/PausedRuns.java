package quartier.pledge.settlement;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Which settlements the operator has paused. It is stored, so that every replica obeys and a restart changes nothing;
 * each replica looks again after {@code readEvery} at the latest.
 */
public final class PausedRuns {

    /** No campaign's id. */
    private static final String ALL = "*";

    /**
     * @param all every campaign is paused
     * @param campaigns those that are paused by themselves, and stay so when all are resumed
     */
    public record Paused(boolean all, Set<String> campaigns) {
        public Paused {
            campaigns = Set.copyOf(campaigns);
        }

        public boolean holds(String campaign) {
            return all || campaigns.contains(campaign);
        }
    }

    private record Reading(Paused paused, Instant at) {}

    private final MongoCollection<Document> collection;
    private final Duration readEvery;
    private final Clock realClock;
    private volatile @Nullable Reading last;

    PausedRuns(MongoDatabase database, Duration readEvery, Clock realClock) {
        this.collection = database.getCollection("settlementPauses");
        this.readEvery = readEvery;
        this.realClock = realClock;
    }

    /** @param campaign or null for all */
    public void pause(@Nullable String campaign, String by, Instant at) {
        String id = campaign == null ? ALL : campaign;
        collection.replaceOne(
                eq("_id", id),
                new Document("_id", id).append("by", by).append("at", Date.from(at)),
                new ReplaceOptions().upsert(true));
        last = null;
    }

    /** @param campaign or null to end the pause of all */
    public void resume(@Nullable String campaign) {
        collection.deleteOne(eq("_id", campaign == null ? ALL : campaign));
        last = null;
    }

    /** As stored, or as stored a moment ago. */
    public Paused now() {
        Reading known = last;
        Instant now = realClock.instant();
        if (known != null && now.isBefore(known.at().plus(readEvery))) {
            return known.paused();
        }
        Set<String> ids = new HashSet<>();
        collection.find().forEach(found -> ids.add(found.getString("_id")));
        boolean all = ids.remove(ALL);
        Paused paused = new Paused(all, ids);
        last = new Reading(paused, now);
        return paused;
    }
}
