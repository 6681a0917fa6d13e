package quartier.pledge.audit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.bson.Document;

/**
 * A document that says which replica audits. Who holds it renews it; who died loses it by time. Two at once would only
 * do the same work twice.
 */
final class AuditLease {

    static final Duration LASTS = Duration.ofMinutes(2);

    private static final String ID = "lease";

    private final MongoCollection<Document> collection;
    private final Clock clock;
    private final String holder = UUID.randomUUID().toString();
    private volatile Instant renewAt = Instant.EPOCH;

    AuditLease(MongoDatabase database, Clock clock) {
        this.collection = database.getCollection("audit-lease");
        this.clock = clock;
    }

    /** Takes the lease, or more time; false while another has it. */
    boolean take() {
        Instant now = clock.instant();
        try {
            collection.updateOne(
                    and(eq("_id", ID), or(eq("holder", holder), lt("until", Date.from(now)))),
                    Updates.combine(Updates.set("holder", holder), Updates.set("until", Date.from(now.plus(LASTS)))),
                    new UpdateOptions().upsert(true));
            renewAt = now.plus(LASTS.dividedBy(4));
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }

    /** @throws IllegalStateException when it took too long, and another replica has begun */
    void renewInTime() {
        if (!clock.instant().isBefore(renewAt) && !take()) {
            throw new IllegalStateException("another replica audits");
        }
    }

    void giveBack() {
        collection.deleteOne(and(eq("_id", ID), eq("holder", holder)));
    }

    /** Whether somebody audits now. */
    boolean isTaken() {
        Document lease = collection.find(eq("_id", ID)).first();
        return lease != null && lease.getDate("until").toInstant().isAfter(clock.instant());
    }
}
