package quartier.pledge.escrow.journal;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import org.bson.BsonDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quartier.pledge.escrow.EscrowUnavailableException;
import quartier.pledge.escrow.Page;

/**
 * Stores pages: those of several campaigns that are ready together share one unordered bulk insert, in which each
 * stands or falls alone. After any error the pages are looked up by key and hash, whatever the error said: a write that
 * timed out may have been stored, and not every server counts right. What is not there is inserted again, which is
 * harmless, until {@link #GIVE_UP_AFTER}.
 */
final class Committer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Committer.class);
    private static final int PAGES_AT_ONCE = 64;
    private static final int WAITING_PAGES = 8_192;
    private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(12);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private record Waiting(PageCodec.Encoded encoded, CompletableFuture<Optional<Page>> stored) {}

    private final MongoCollection<BsonDocument> pages;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING_PAGES);
    private final Thread thread = Thread.ofVirtual().name("journal-committer").unstarted(this::run);

    Committer(MongoCollection<BsonDocument> pages) {
        this.pages = pages;
        thread.start();
    }

    CompletableFuture<Optional<Page>> commit(PageCodec.Encoded page) {
        var stored = new CompletableFuture<Optional<Page>>();
        if (!queue.offer(new Waiting(page, stored))) {
            stored.completeExceptionally(new EscrowUnavailableException("too many pages wait for the store"));
        }
        return stored;
    }

    /** One insert at a time: more at once make smaller pages and more of them. */
    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            List<Waiting> batch = new ArrayList<>();
            try {
                batch.add(queue.take());
                queue.drainTo(batch, PAGES_AT_ONCE - 1);
                store(batch);
            } catch (InterruptedException stopping) {
                fail(batch, new EscrowUnavailableException("the journal is being closed", stopping));
                return;
            } catch (RuntimeException unforeseen) {
                log.error("Pages could not be stored", unforeseen);
                fail(batch, new EscrowUnavailableException("pages could not be stored", unforeseen));
            }
        }
    }

    private void store(List<Waiting> batch) throws InterruptedException {
        long giveUpAt = System.nanoTime() + GIVE_UP_AFTER.toNanos();
        List<Waiting> missing = batch;
        while (true) {
            try {
                insert(missing);
                missing.forEach(Committer::succeed);
                return;
            } catch (MongoException refusedOrUnknown) {
                missing = settle(missing, refusedOrUnknown);
                if (missing.isEmpty()) {
                    return;
                }
                if (System.nanoTime() > giveUpAt) {
                    fail(missing, new EscrowUnavailableException("the store does not answer", refusedOrUnknown));
                    return;
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private void insert(List<Waiting> batch) {
        if (batch.size() == 1) {
            pages.insertOne(batch.getFirst().encoded().document());
        } else {
            pages.insertMany(
                    batch.stream().map(waiting -> waiting.encoded().document()).toList(),
                    new InsertManyOptions().ordered(false));
        }
    }

    /** Answers for the pages that stand, as written by us or by others, and returns the rest. */
    private List<Waiting> settle(List<Waiting> batch, MongoException cause) {
        Map<BsonDocument, String> stand = new HashMap<>();
        try {
            pages.find(in("_id", batch.stream().map(Committer::id).toList()))
                    .projection(Projections.include("hash"))
                    .forEach(page -> stand.put(page.getDocument("_id"), PageCodec.hashIn(page)));
        } catch (MongoException unavailable) {
            unavailable.addSuppressed(cause);
            log.warn("The store does not say whether pages stand; asking again", unavailable);
            return batch;
        }
        List<Waiting> missing = new ArrayList<>();
        for (Waiting waiting : batch) {
            String hash = stand.get(id(waiting));
            if (hash == null) {
                missing.add(waiting);
            } else if (hash.equals(waiting.encoded().page().hash())) {
                succeed(waiting);
            } else {
                waiting.stored().complete(Optional.empty());
            }
        }
        return missing;
    }

    private static BsonDocument id(Waiting waiting) {
        return waiting.encoded().document().getDocument("_id");
    }

    private static void succeed(Waiting waiting) {
        waiting.stored().complete(Optional.of(waiting.encoded().page()));
    }

    private static void fail(List<Waiting> batch, EscrowUnavailableException reason) {
        batch.forEach(waiting -> waiting.stored().completeExceptionally(reason));
    }

    @Override
    public void close() {
        thread.interrupt();
        Stopping.await(thread);
    }
}
