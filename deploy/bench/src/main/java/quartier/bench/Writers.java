package quartier.bench;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.bson.types.Binary;
import quartier.platform.outbox.OutboundEvents;
import quartier.pledge.escrow.BackerKind;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Money;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.PledgeKind;
import quartier.pledge.escrow.Terms;
import quartier.pledge.escrow.Tier;
import quartier.pledge.escrow.Visibility;
import quartier.pledge.escrow.journal.EscrowEngine;
import quartier.pledge.escrow.journal.EscrowProperties;
import tools.jackson.databind.json.JsonMapper;

/** The service's own writers over a database, without HTTP. */
final class Writers implements AutoCloseable {

    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private final MongoDatabase database;
    private final EscrowEngine engine;
    private final int campaigns;

    /** @param follow whether projections and relay run beside; the relay's broker acknowledges at once */
    Writers(MongoDatabase database, int campaigns, boolean follow) {
        this.database = database;
        this.campaigns = campaigns;
        this.engine = new EscrowEngine(
                database,
                new OutboundEvents(JsonMapper.builder().build(), Tracer.NOOP),
                event -> CompletableFuture.completedFuture(null),
                () -> TRACE,
                new SimpleMeterRegistry(),
                new EscrowProperties(1_024, Duration.ofMinutes(5), follow, Duration.ofSeconds(5)));
        Terms terms = new Terms(
                "EUR",
                1_000_000,
                1_000_000_000_000_000L,
                START.plus(Duration.ofDays(30)),
                600,
                2_000,
                Set.of(PledgeKind.GIFT, PledgeKind.GIFT_WITH_REWARD),
                List.of(new Tier("coffee", 500, "Un café équitable", null, null, null)),
                Duration.ofDays(2),
                null);
        for (int i = 0; i < campaigns; i++) {
            accept("campaign-" + i, new Command.OpenCampaign(START, "m-alexis", terms));
        }
    }

    /** Places a pledge and waits until that is durable. */
    void place(long number) {
        String pledge = UUID.randomUUID().toString();
        accept(
                "campaign-" + number % campaigns,
                new Command.PlacePledge(
                        START,
                        pledge,
                        "m-" + number % 10_000,
                        null,
                        BackerKind.PERSON,
                        new Money(2_000, "EUR"),
                        "coffee",
                        Visibility.FIRST_NAME,
                        "8d969eef6ecad3c29a3a629280e686cf0c3f5d5a86aff3ca12020c923adc6c92",
                        pledge,
                        Duration.ofMinutes(15),
                        false,
                        false,
                        List.of()));
    }

    private void accept(String campaign, Command command) {
        Outcome outcome = engine.escrows().submit(campaign, command).join();
        if (!(outcome instanceof Outcome.Accepted)) {
            throw new IllegalStateException("not accepted: " + outcome);
        }
    }

    /** The bytes that one decision takes in a full page. */
    int bytesOfADecision() {
        int largest = 0;
        for (Document page : database.getCollection("journal").find()) {
            largest = Math.max(largest, page.get("body", Binary.class).length());
        }
        return largest / 128;
    }

    @Override
    public void close() {
        engine.close();
    }
}
