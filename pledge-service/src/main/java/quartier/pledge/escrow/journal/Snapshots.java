package quartier.pledge.escrow.journal;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.EscrowUnavailableException;
import quartier.pledge.escrow.Folded;

/**
 * Folds kept in the store, so that a writer that begins reads the newest and the pages after it, and not a campaign's
 * whole journal. They are taken in the background and may be missing, old or lost: the journal says the same.
 */
final class Snapshots {

    private static final Logger log = LoggerFactory.getLogger(Snapshots.class);
    private static final int WAITING = 64;

    /** At rest a snapshot is taken for so many times less: nothing else is to do, and whoever begins waits less. */
    private static final int AT_REST = 32;

    private static final int GROWTH = 4;

    private final SnapshotStore store;
    private final int every;
    private final int inTheHead;
    private final Supplier<String> attempts;
    /** The newest fold of each campaign that waits. */
    private final Map<String, Folded> due = new ConcurrentHashMap<>();

    private final BlockingQueue<String> order = new LinkedBlockingQueue<>();

    /**
     * @param every after how many events at least a campaign's next snapshot is taken
     * @param inTheHead how many entries of a map stay in a snapshot's head
     * @param attempts names, each given once in all processes
     */
    Snapshots(SnapshotStore store, int every, int inTheHead, Supplier<String> attempts) {
        this.store = store;
        this.every = every;
        this.inTheHead = inTheHead;
        this.attempts = attempts;
    }

    /** The newest fold that is kept; nothing folded when there is none that can be read. */
    Folded newest(String campaign, Runnable lost) {
        return newestUpTo(campaign, Long.MAX_VALUE, lost);
    }

    /** @param lost told when the fold turns out to miss a part: everything read from it from then on may fail */
    Folded newestUpTo(String campaign, long page, Runnable lost) {
        return store.find(campaign)
                .map(SnapshotStore.Kept::current)
                .filter(current -> current.page() <= page)
                .flatMap(current -> read(campaign, current, lost))
                .orElseGet(() -> Folded.nothing(campaign));
    }

    private Optional<Folded> read(String campaign, SnapshotStore.Stored current, Runnable lost) {
        BsonDocument head = current.head();
        return head == null || !SnapshotCodec.isReadable(head)
                ? Optional.empty()
                : Optional.of(SnapshotCodec.decode(
                        head, current.layout(), parts -> fetch(campaign, current.attempt(), parts, lost)));
    }

    /** A part that is gone is one of a snapshot that others have replaced twice, or was lost by the store. */
    private List<BsonDocument> fetch(String campaign, String attempt, List<String> parts, Runnable lost) {
        try {
            List<BsonDocument> found = store.parts(parts);
            if (found.size() == parts.size()) {
                return found;
            }
            lost.run();
            store.forget(campaign, attempt);
        } catch (MongoException unavailable) {
            throw new EscrowUnavailableException("parts of a snapshot can't be read", unavailable);
        }
        throw new EscrowUnavailableException("parts of a snapshot are gone, of these: " + parts);
    }

    /**
     * Takes a snapshot some time later, if there is much after the last one: the more pledges a campaign has, the more
     * is written, and the more has to have happened. Never blocks; one that still waits gives way to this one, and too
     * many campaigns at once are left for later.
     *
     * @param lastSequence how many events the last one had
     * @return whether it will be taken
     */
    boolean offer(Folded folded, long lastSequence) {
        return isFurtherBy(folded, lastSequence, every, GROWTH) && isDue(folded);
    }

    /** The same when nothing has been committed for a while: for much less. */
    boolean offerAtRest(Folded folded, long lastSequence) {
        return isFurtherBy(folded, lastSequence, Math.max(1, every / AT_REST), AT_REST) && isDue(folded);
    }

    private static boolean isFurtherBy(Folded folded, long lastSequence, int atLeast, int share) {
        Escrow escrow = folded.escrow();
        return escrow != null && escrow.sequence() - lastSequence >= Math.max(atLeast, escrow.placed() / share);
    }

    private boolean isDue(Folded folded) {
        String campaign = folded.campaign();
        if (due.size() >= WAITING && !due.containsKey(campaign)) {
            return false;
        }
        if (due.put(campaign, folded) == null) {
            order.add(campaign);
        }
        return true;
    }

    int waiting() {
        return order.size();
    }

    /** Waits for one that is due and takes it; how long the taking took. */
    Duration takeNext() throws InterruptedException {
        String campaign = order.take();
        long from = System.nanoTime();
        takeNewest(campaign);
        return Duration.ofNanos(System.nanoTime() - from);
    }

    void takeWaiting() {
        String campaign = order.poll();
        if (campaign != null) {
            takeNewest(campaign);
        }
    }

    private void takeNewest(String campaign) {
        Folded folded = due.remove(campaign);
        if (folded != null) {
            take(folded);
        }
    }

    private void take(Folded folded) {
        try {
            Escrow escrow = folded.escrow();
            if (escrow != null) {
                write(SnapshotCodec.encode(folded, escrow, attempts.get(), inTheHead));
            }
        } catch (MongoException | EscrowUnavailableException unavailable) {
            log.warn("No snapshot of {} for the moment: {}", folded.campaign(), unavailable.toString());
        } catch (RuntimeException defect) {
            log.error("No snapshot of {}; others must be taken all the same", folded.campaign(), defect);
        }
    }

    private void write(SnapshotCodec.Encoded encoded) {
        String campaign = encoded.campaign();
        SnapshotStore.Kept before = store.begin(campaign, stored(encoded, null));
        // What still stands in the campaign's document is removed again by the next one, should this process end here.
        remove(campaign, before.pending());
        SnapshotStore.Stored current = before.current();
        if (current != null && current.page() >= encoded.page()) {
            return; // somebody else was further
        }
        remove(campaign, before.former());
        store.putParts(encoded.parts());
        SnapshotStore.Stored former = current == null
                ? null
                : new SnapshotStore.Stored(current.attempt(), current.page(), current.layout(), null);
        if (!store.finish(campaign, stored(encoded, encoded.head()), former)) {
            remove(campaign, stored(encoded, null));
        }
    }

    private static SnapshotStore.Stored stored(SnapshotCodec.Encoded encoded, @Nullable BsonDocument head) {
        return new SnapshotStore.Stored(encoded.attempt(), encoded.page(), encoded.layout(), head);
    }

    private void remove(String campaign, SnapshotStore.@Nullable Stored stored) {
        if (stored != null) {
            List<String> parts = SnapshotCodec.partsOf(campaign, stored.attempt(), stored.layout());
            store.removeParts(parts);
        }
    }
}
