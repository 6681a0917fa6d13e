package quartier.pledge.escrow.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import quartier.platform.outbox.OutboundEvents;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Entry;
import quartier.pledge.escrow.Journal;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.Page;
import quartier.testing.TestServers;
import tools.jackson.databind.json.JsonMapper;

/** Processes of the service that share one fresh database, each with the same bus. */
public final class Replicas implements AutoCloseable {

    static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final MongoClient client = MongoClients.create(TestServers.mongodb());
    private final MongoDatabase database =
            client.getDatabase("it-" + UUID.randomUUID().toString().substring(0, 8));
    private final List<EscrowEngine> engines = new ArrayList<>();
    private final Bus bus = new Bus();

    public EscrowEngine start() {
        return start(1_024);
    }

    public EscrowEngine start(int queueSize) {
        return start(queueSize, 10_000);
    }

    EscrowEngine start(int queueSize, int snapshotEvery) {
        EscrowEngine engine = new EscrowEngine(
                database,
                new OutboundEvents(JSON, Tracer.NOOP),
                bus,
                () -> TRACE,
                new SimpleMeterRegistry(),
                new EscrowProperties(queueSize, Duration.ofMinutes(5), true, snapshotEvery, Duration.ofMillis(200)));
        engines.add(engine);
        return engine;
    }

    public MongoDatabase database() {
        return database;
    }

    Bus bus() {
        return bus;
    }

    public static Outcome submit(EscrowEngine engine, String campaign, Command command) {
        return engine.escrows().submit(campaign, command).join();
    }

    public static Outcome.Accepted accept(EscrowEngine engine, String campaign, Command command) {
        if (submit(engine, campaign, command) instanceof Outcome.Accepted accepted) {
            return accepted;
        }
        throw new AssertionError("not accepted: " + command);
    }

    public static List<Outcome> all(List<CompletableFuture<Outcome>> answers) {
        return answers.stream().map(CompletableFuture::join).toList();
    }

    /** How far the projections of the campaign have come. */
    public long projectedPage(String campaign) {
        return new ProjectionStore(database)
                .position(campaign)
                .map(Projections.Position::projectedPage)
                .orElse(0L);
    }

    /** Writes a page as a process with a mistake would: in its place in the chain, whatever it says. */
    public void plant(String campaign, Entry... entries) {
        try (MongoJournal journal = new MongoJournal(database)) {
            long n = 0;
            String hash = Page.NO_HASH;
            for (Page page : journal.read(campaign, 1, 1_000)) {
                n = page.n();
                hash = page.hash();
            }
            if (!(journal.draft(campaign, n + 1, hash, List.of(entries)).write().join()
                    instanceof Journal.Appended.Written)) {
                throw new AssertionError("somebody else wrote page " + (n + 1));
            }
        }
    }

    @Override
    public void close() {
        engines.forEach(EscrowEngine::close);
        database.drop();
        client.close();
    }
}
