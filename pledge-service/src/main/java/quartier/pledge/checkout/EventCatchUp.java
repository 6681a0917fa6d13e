package quartier.pledge.checkout;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import quartier.pledge.checkout.Webhooks.Effect;
import quartier.pledge.payment.PaymentProvider;
import quartier.pledge.payment.ProviderEvent;
import quartier.pledge.payment.Slice;

/**
 * Asks the provider from time to time for all that happened since the last time, and acts on what no webhook told. The
 * time asked from is stored and goes on only when everything up to it was heard; it goes back a little each time,
 * because events may become visible late. Two replicas may do the same: an event is acted upon as often as is told, and
 * that is harmless.
 */
final class EventCatchUp implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EventCatchUp.class);

    /** For events that appear late and clocks that differ; what is older and missing, reconciliation finds. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private static final Duration AT_FIRST = Duration.ofDays(1);
    private static final int AT_ONCE = 10_000;

    private final PaymentProvider provider;
    private final Webhooks webhooks;
    private final MongoCollection<Document> cursors;
    private final Clock clock;
    private final Duration every;
    private final Counter repaired;
    private @Nullable Thread thread;

    EventCatchUp(
            PaymentProvider provider,
            Webhooks webhooks,
            MongoDatabase database,
            Clock clock,
            Duration every,
            MeterRegistry meters) {
        this.provider = provider;
        this.webhooks = webhooks;
        this.cursors = database.getCollection("cursors");
        this.clock = clock;
        this.every = every;
        this.repaired = meters.counter("quartier.webhooks.repaired");
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofVirtual().name("event-catch-up").start(this::run);
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(every);
                catchUp();
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException unanswered) {
                // The provider, the store or a writer; the cursor stays where it is, so nothing is passed over.
                log.warn("The provider's events could not be caught up with: {}", unanswered.toString());
            }
        }
    }

    /** @return whether all that the provider has told so far was heard */
    boolean catchUp() {
        Instant now = clock.instant();
        Instant since = cursor(now).minus(OVERLAP);
        boolean all = true;
        String page = null;
        do {
            Slice<ProviderEvent> events = provider.eventsSince(since, page, AT_ONCE);
            for (ProviderEvent event : events.items()) {
                Effect effect = webhooks.hear(event);
                all &= effect != Effect.LATER;
                if (effect == Effect.HEARD) {
                    repaired.increment();
                }
            }
            page = events.next();
        } while (page != null);
        if (all) {
            cursors.replaceOne(
                    eq("_id", id()),
                    new Document("_id", id()).append("since", Date.from(now)),
                    new ReplaceOptions().upsert(true));
        }
        return all;
    }

    private Instant cursor(Instant now) {
        Document stored = cursors.find(eq("_id", id())).first();
        return stored == null ? now.minus(AT_FIRST) : stored.getDate("since").toInstant();
    }

    private String id() {
        return "events of " + provider.name();
    }
}
