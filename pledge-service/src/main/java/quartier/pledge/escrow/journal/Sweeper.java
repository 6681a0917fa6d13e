package quartier.pledge.escrow.journal;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the pages that nobody projected or published: after a crash of this process or of another, or when Kafka or the
 * store was away. It looks at every campaign, by key; one whose position stands still from one look to the next is
 * taken over, so that replicas do not publish each other's pages all the time.
 */
final class Sweeper implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);
    private static final int AT_ONCE = 64;
    private static final int FORGET_EVERY = 60;

    private final Projections store;
    private final Function<Map<String, Long>, Set<String>> existing;
    private final Follower projection;
    private final Follower relay;
    private final Unprojected unprojected;
    private final Duration every;
    private final Thread thread = Thread.ofVirtual().name("journal-sweeper").unstarted(this::run);
    private Map<String, Projections.Position> behind = new HashMap<>();

    /** @param existing of these pages, by campaign, the campaigns whose page stands */
    Sweeper(
            Projections store,
            Function<Map<String, Long>, Set<String>> existing,
            Follower projection,
            Follower relay,
            Unprojected unprojected,
            Duration every) {
        this.store = store;
        this.existing = existing;
        this.projection = projection;
        this.relay = relay;
        this.unprojected = unprojected;
        this.every = every;
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            for (long round = 0; ; round++) {
                try {
                    sweep(round == 0);
                    if (round % FORGET_EVERY == FORGET_EVERY - 1) {
                        projection.forgetIdle();
                        relay.forgetIdle();
                    }
                } catch (MongoException unavailable) {
                    log.warn("The store can't be swept now: {}", unavailable.getMessage());
                }
                Thread.sleep(every);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** @param first whether whatever is behind is taken over at once */
    void sweep(boolean first) {
        Map<String, Projections.Position> stillBehind = new HashMap<>();
        Map<String, Long> projected = new HashMap<>();
        String last = "";
        List<Projections.Position> positions;
        do {
            positions = store.positionsAfter(last, AT_ONCE);
            Map<String, Long> next = new HashMap<>();
            positions.forEach(position -> next.put(position.campaign(), position.projectedPage() + 1));
            Set<String> behindJournal = next.isEmpty() ? Set.of() : existing.apply(next);
            for (Projections.Position position : positions) {
                boolean toProject = behindJournal.contains(position.campaign());
                if (toProject || position.relayedPage() < position.projectedPage()) {
                    stillBehind.put(position.campaign(), position);
                    takeOver(position, toProject, first ? position : behind.get(position.campaign()));
                }
                projected.put(position.campaign(), position.projectedPage());
                last = position.campaign();
            }
        } while (positions.size() == AT_ONCE);
        behind = stillBehind;
        unprojected.removeUpTo(projected);
    }

    private void takeOver(Projections.Position position, boolean toProject, Projections.@Nullable Position before) {
        if (position.equals(before)) {
            if (toProject) {
                projection.wake(position.campaign());
            }
            relay.wake(position.campaign());
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        Stopping.await(thread);
    }
}
