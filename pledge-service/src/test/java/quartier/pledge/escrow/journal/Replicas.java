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
import quartier.pledge.escrow.Outcome;
import quartier.testing.TestServers;
import tools.jackson.databind.json.JsonMapper;

/** Processes of the service that share one fresh database, each with the same bus. */
final class Replicas implements AutoCloseable {

    static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final MongoClient client = MongoClients.create(TestServers.mongodb());
    private final MongoDatabase database =
            client.getDatabase("it-" + UUID.randomUUID().toString().substring(0, 8));
    private final List<EscrowEngine> engines = new ArrayList<>();
    private final Bus bus = new Bus();

    EscrowEngine start() {
        return start(1_024);
    }

    EscrowEngine start(int queueSize) {
        EscrowEngine engine = new EscrowEngine(
                database,
                new OutboundEvents(JSON, Tracer.NOOP),
                bus,
                () -> TRACE,
                new SimpleMeterRegistry(),
                new EscrowProperties(queueSize, Duration.ofMinutes(5), Duration.ofMillis(200)));
        engines.add(engine);
        return engine;
    }

    MongoDatabase database() {
        return database;
    }

    Bus bus() {
        return bus;
    }

    static Outcome submit(EscrowEngine engine, String campaign, Command command) {
        return engine.escrows().submit(campaign, command).join();
    }

    static Outcome.Accepted accept(EscrowEngine engine, String campaign, Command command) {
        if (submit(engine, campaign, command) instanceof Outcome.Accepted accepted) {
            return accepted;
        }
        throw new AssertionError("not accepted: " + command);
    }

    static List<Outcome> all(List<CompletableFuture<Outcome>> answers) {
        return answers.stream().map(CompletableFuture::join).toList();
    }

    @Override
    public void close() {
        engines.forEach(EscrowEngine::close);
        database.drop();
        client.close();
    }
}
