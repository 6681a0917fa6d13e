package quartier.pledge.payment.sandbox;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to happen at the bank on some later day of the sandbox's clock, stored until it has happened. */
final class SandboxCalendar {

    private static final Logger log = LoggerFactory.getLogger(SandboxCalendar.class);

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final int AT_ONCE = 100;

    enum What {
        DEBIT_SETTLES,
        DISPUTE_OPENS,
        DISPUTE_ENDS,
        PAYOUT_COMES_BACK
    }

    /** Does what is due; done twice it is done once. */
    interface Doing {
        void on(What what, String subject, Instant day);
    }

    private final MongoCollection<Document> days;
    private final Clock clock;
    private @Nullable Thread thread;

    SandboxCalendar(MongoDatabase database, Clock clock) {
        this.days = database.getCollection("calendar");
        this.days.createIndex(Indexes.ascending("day"));
        this.clock = clock;
    }

    void note(What what, String subject, Instant day) {
        Books.inserted(
                days,
                new Document("_id", what + " " + subject)
                        .append("what", what.name())
                        .append("subject", subject)
                        .append("day", Date.from(day)));
    }

    /** Does at once what is due by now. */
    void catchUp(Doing doing) {
        List<Document> due = days.find(lte("day", Date.from(clock.instant())))
                .sort(Indexes.ascending("day"))
                .limit(AT_ONCE)
                .into(new ArrayList<>());
        for (Document entry : due) {
            doing.on(
                    What.valueOf(entry.getString("what")),
                    entry.getString("subject"),
                    entry.getDate("day").toInstant());
            days.deleteOne(eq("_id", entry.getString("_id")));
        }
    }

    synchronized void start(Doing doing) {
        if (thread == null) {
            thread = Thread.ofVirtual().name("sandbox-calendar").start(() -> follow(doing));
        }
    }

    synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    private void follow(Doing doing) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                catchUp(doing);
            } catch (MongoException storeUnavailable) {
                log.warn("The bank's calendar waits for the store: {}", storeUnavailable.getMessage());
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }
}
