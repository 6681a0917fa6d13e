package quartier.pledge.escrow.journal;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quartier.platform.outbox.OutboundEvent;
import quartier.platform.outbox.OutboundEvents;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.PledgeViews;

/** The writers over one database with all that follows them, put together and taken apart in order. */
public final class EscrowEngine implements AutoCloseable {

    private static final int WORKERS = 2;
    /** Snapshots rest so many times as long as they took: a campaign that grows fast must not pay for them. */
    private static final int REST = 9;

    private final MongoJournal journal;
    private final List<FollowerThreads> following;
    private final Snapshots snapshots;
    private final Thread keeping = Thread.ofVirtual().name("snapshots").unstarted(this::keep);
    private final CampaignWriters writers;
    private final Sweeper sweeper;
    private final PledgeViews pledges;

    /**
     * @param kafka sends an event; the future completes when it is acknowledged
     * @param traceparent the trace of the calling thread's work, if there is one
     */
    public EscrowEngine(
            MongoDatabase database,
            OutboundEvents outbound,
            Function<OutboundEvent, CompletableFuture<?>> kafka,
            Supplier<@Nullable String> traceparent,
            MeterRegistry meters,
            EscrowProperties properties) {
        ProjectionStore store = new ProjectionStore(database);
        Unprojected unprojected = new Unprojected();
        journal = new MongoJournal(database);
        ProjectionStage projecting = new ProjectionStage(store, Pace.REAL, unprojected);
        snapshots = new Snapshots(
                new MongoSnapshots(database),
                properties.snapshotEvery(),
                SnapshotCodec.IN_THE_HEAD,
                () -> UUID.randomUUID().toString());
        Follower projection = new Follower(journal, snapshots, projecting);
        Follower relay = new Follower(journal, snapshots, new RelayStage(store, outbound, kafka, meters));
        following = List.of(
                new FollowerThreads("projection", projection, WORKERS), new FollowerThreads("relay", relay, WORKERS));
        JournalFollowers followers = new JournalFollowers(store, projection, relay, unprojected, properties.follow());
        writers = new CampaignWriters(journal, followers, snapshots, store, traceparent, properties);
        pledges = new StoredPledges(store, followers, writers);
        sweeper =
                new Sweeper(store, journal.pages()::existing, projection, relay, unprojected, properties.sweepEvery());
        store.createIndexes();
        keeping.start();
        if (properties.follow()) {
            following.forEach(FollowerThreads::start);
            sweeper.start();
        }
    }

    private void keep() {
        try {
            while (true) {
                Thread.sleep(snapshots.takeNext().multipliedBy(REST));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    public Escrows escrows() {
        return writers;
    }

    public PledgeViews pledges() {
        return pledges;
    }

    /** Stops at once, as a crash would: what was acknowledged stands, and the next start goes on. */
    @Override
    public void close() {
        sweeper.close();
        writers.close();
        following.forEach(FollowerThreads::close);
        keeping.interrupt();
        Stopping.await(keeping);
        journal.close();
    }
}
