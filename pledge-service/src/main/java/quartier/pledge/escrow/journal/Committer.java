package quartier.pledge.escrow.journal;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.bson.BsonDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quartier.pledge.escrow.EscrowUnavailableException;
import quartier.pledge.escrow.Journal;

/**
 * Stores pages: those of several campaigns that are ready together share one unordered bulk insert, in which each
 * stands or falls alone. After any error the pages are looked up by key and hash, whatever the error said: a write that
 * timed out may have been stored, and not every server counts right. What is not there is inserted again, which is
 * harmless, until {@link #GIVE_UP_AFTER}.
 */
final class Committer {

    private static final Logger log = LoggerFactory.getLogger(Committer.class);
    private static final Duration GIVE_UP_AFTER = Duration.ofSeconds(12);
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** A page to store, and who waits for it. */
    record Waiting(PageCodec.Encoded encoded, CompletableFuture<Journal.Appended> stored) {

        static Waiting of(PageCodec.Encoded encoded) {
            return new Waiting(encoded, new CompletableFuture<>());
        }
    }

    private final PageStore pages;
    private final Pace pace;

    Committer(PageStore pages, Pace pace) {
        this.pages = pages;
        this.pace = pace;
    }

    /** Returns when everybody has an answer. */
    void store(List<Waiting> batch) throws InterruptedException {
        long giveUpAt = pace.nanos() + GIVE_UP_AFTER.toNanos();
        List<Waiting> missing = batch;
        while (true) {
            try {
                pages.insert(missing.stream()
                        .map(waiting -> waiting.encoded().document())
                        .toList());
                missing.forEach(Committer::succeed);
                return;
            } catch (MongoException refusedOrUnknown) {
                missing = settle(missing, refusedOrUnknown);
                if (missing.isEmpty()) {
                    return;
                }
                if (pace.nanos() - giveUpAt > 0) {
                    fail(missing, new EscrowUnavailableException("the store does not answer", refusedOrUnknown));
                    return;
                }
                pace.pause(PAUSE);
            }
        }
    }

    /** Answers for the pages whose numbers are taken, by us or by others, and returns the rest. */
    private List<Waiting> settle(List<Waiting> batch, MongoException cause) {
        try {
            return withoutStanding(batch);
        } catch (MongoException unavailable) {
            unavailable.addSuppressed(cause);
            log.warn("The store does not say whether pages stand; asking again", unavailable);
            return batch.stream().filter(waiting -> !waiting.stored().isDone()).toList();
        }
    }

    private List<Waiting> withoutStanding(List<Waiting> batch) {
        Map<BsonDocument, String> stand =
                pages.hashes(batch.stream().map(Committer::id).toList());
        List<Waiting> missing = new ArrayList<>();
        for (Waiting waiting : batch) {
            String hash = stand.get(id(waiting));
            if (hash == null) {
                missing.add(waiting);
            } else if (hash.equals(waiting.encoded().page().hash())) {
                succeed(waiting);
            } else {
                waiting.stored().complete(new Journal.Appended.Overtaken());
            }
        }
        return missing;
    }

    private static BsonDocument id(Waiting waiting) {
        return waiting.encoded().document().getDocument("_id");
    }

    private static void succeed(Waiting waiting) {
        waiting.stored().complete(new Journal.Appended.Written());
    }

    static void fail(List<Waiting> batch, EscrowUnavailableException reason) {
        batch.forEach(waiting -> waiting.stored().completeExceptionally(reason));
    }
}
