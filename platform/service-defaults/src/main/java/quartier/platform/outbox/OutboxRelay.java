package quartier.platform.outbox;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes what waits in the documents' {@code outbox} arrays, each document's events in their order, and pulls by id
 * what Kafka acknowledged. Delivery is at least once: after a crash between acknowledgement and pull, an event is sent
 * again with the same id and sequence. A document that was not announced (a crash, another replica) is found by the
 * sweep.
 */
public final class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(2);
    private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(15);
    private static final int AT_ONCE = 256;

    private record Place(String collection, String id) {}

    private final EventSender sender;
    private final Map<String, MongoCollection<Document>> collections;
    private final BlockingQueue<Place> announced = new LinkedBlockingQueue<>(100_000);
    private final Counter published;
    private final Counter failed;
    private volatile boolean running;
    private @Nullable Thread thread;

    public OutboxRelay(EventSender sender, List<MongoCollection<Document>> collections, MeterRegistry meters) {
        this.sender = sender;
        this.collections = collections.stream().collect(toUnmodifiableMap(OutboxRelay::nameOf, Function.identity()));
        this.published = meters.counter("quartier.outbox.published");
        this.failed = meters.counter("quartier.outbox.failed");
    }

    /** Says that this document may have something to publish. Never blocks: the sweep finds what is not queued. */
    public void announce(MongoCollection<Document> collection, String id) {
        announced.offer(new Place(nameOf(collection), id));
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("outbox-relay").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        long nextSweep = System.nanoTime();
        while (running) {
            try {
                Set<Place> places = new LinkedHashSet<>();
                Place first = announced.poll(SWEEP_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    places.add(first);
                    announced.drainTo(places, AT_ONCE);
                }
                if (System.nanoTime() >= nextSweep) {
                    places.addAll(sweep());
                    nextSweep = System.nanoTime() + SWEEP_EVERY.toNanos();
                }
                publishAll(places);
            } catch (InterruptedException stopping) {
                return;
            } catch (MongoException storeUnavailable) {
                failed.increment();
                log.warn("The outbox could not be read; it will be swept again: {}", storeUnavailable.getMessage());
            }
        }
    }

    private List<Place> sweep() {
        List<Place> found = new ArrayList<>();
        for (var collection : collections.values()) {
            collection
                    .find(Filters.exists("outbox.0"))
                    .projection(Projections.include("_id"))
                    .limit(AT_ONCE)
                    .forEach(document -> found.add(new Place(nameOf(collection), document.getString("_id"))));
        }
        return found;
    }

    private void publishAll(Set<Place> places) throws InterruptedException {
        try (ExecutorService perDocument = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (Place place : places) {
                all.add(perDocument.submit(() -> publish(place)));
            }
            for (Future<?> one : all) {
                try {
                    one.get();
                } catch (ExecutionException notPublished) {
                    failed.increment();
                    log.warn("Events stay in the outbox and will be sent again", notPublished.getCause());
                }
            }
        }
    }

    private void publish(Place place) {
        MongoCollection<Document> collection = requireNonNull(
                collections.get(place.collection()), () -> place.collection() + " was not given to the relay");
        Document document = collection
                .find(Filters.eq("_id", place.id()))
                .projection(Projections.include("outbox"))
                .first();
        if (document == null) {
            return;
        }
        List<String> acknowledged = new ArrayList<>();
        for (Document waiting : document.getList("outbox", Document.class, List.of())) {
            OutboundEvent event = OutboundEvent.from(waiting);
            if (!acknowledged(event)) {
                break; // the rest must not overtake it
            }
            acknowledged.add(event.id());
        }
        if (!acknowledged.isEmpty()) {
            collection.updateOne(
                    Filters.eq("_id", place.id()),
                    Updates.pull("outbox", new Document("id", new Document("$in", acknowledged))));
            published.increment(acknowledged.size());
        }
    }

    private static String nameOf(MongoCollection<Document> collection) {
        return collection.getNamespace().getCollectionName();
    }

    private boolean acknowledged(OutboundEvent event) {
        try {
            sender.send(event).get(ACKNOWLEDGED_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException notAcknowledged) {
            failed.increment();
            log.warn(
                    "Kafka did not acknowledge {} {}; it stays in the outbox: {}",
                    event.type(),
                    event.id(),
                    String.valueOf(notAcknowledged.getCause()));
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
