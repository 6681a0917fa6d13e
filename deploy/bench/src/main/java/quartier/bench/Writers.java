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
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.bson.types.Binary;
import quartier.platform.outbox.OutboundEvents;
import quartier.pledge.escrow.BackerKind;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.Money;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.Page;
import quartier.pledge.escrow.PledgeKind;
import quartier.pledge.escrow.Terms;
import quartier.pledge.escrow.Tier;
import quartier.pledge.escrow.Visibility;
import quartier.pledge.escrow.journal.EscrowEngine;
import quartier.pledge.escrow.journal.EscrowProperties;
import quartier.pledge.escrow.journal.StoredJournal;
import tools.jackson.databind.json.JsonMapper;

/** The service's own writers over a database, without HTTP. */
final class Writers implements AutoCloseable {

    /** When all pledges are placed. */
    static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    static final Instant DEADLINE = START.plus(Duration.ofDays(30));

    private static final int SNAPSHOT_EVERY = 32_768;
    /** The local store fills an answer to the count that is asked for, whatever its size. */
    static final int PAGES_AT_ONCE = 64;

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final Duration SNAPSHOT_WITHIN = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long COMES_AGAIN_AFTER = 1_000_000;
    private static final Money AMOUNT = new Money(2_000, "EUR");

    /** More than any campaign here collects: what is to be settled fails. */
    private static final long GOAL_MINOR_UNITS = 500_000_000_000_000L;

    private final MongoDatabase database;
    private final EscrowEngine engine;
    private final int campaigns;

    private Writers(MongoDatabase database, int campaigns, boolean follow) {
        this.database = database;
        this.campaigns = campaigns;
        this.engine = new EscrowEngine(
                database,
                new OutboundEvents(JsonMapper.builder().build(), Tracer.NOOP),
                event -> CompletableFuture.completedFuture(null),
                () -> TRACE,
                new SimpleMeterRegistry(),
                new EscrowProperties(1_024, Duration.ofMinutes(5), follow, SNAPSHOT_EVERY, Duration.ofSeconds(5)));
    }

    /** As of a replica that has just started. */
    static Writers on(MongoDatabase database, int campaigns, boolean follow) {
        return new Writers(database, campaigns, follow);
    }

    /**
     * On an empty database, with these campaigns opened.
     *
     * @param follow whether projections and relay run beside; the relay's broker acknowledges at once
     */
    static Writers opened(MongoDatabase database, int campaigns, boolean follow) {
        Writers writers = new Writers(database, campaigns, follow);
        Terms terms = new Terms(
                "EUR",
                GOAL_MINOR_UNITS,
                2 * GOAL_MINOR_UNITS,
                DEADLINE,
                600,
                2_000,
                Set.of(PledgeKind.GIFT, PledgeKind.GIFT_WITH_REWARD),
                List.of(new Tier("coffee", 500, "Un café équitable", null, null, null)),
                Duration.ofDays(2),
                null);
        for (int i = 0; i < campaigns; i++) {
            writers.accept(campaign(i), new Command.OpenCampaign(START, "m-alexis", terms));
        }
        return writers;
    }

    /** An empty database afterwards has so many paid pledges, projected and relayed, in so many campaigns. */
    static void fill(MongoDatabase database, int campaigns, int pledges) {
        try (Writers writers = opened(database, campaigns, true)) {
            Load.seconds(Bench.WAITING, pledges, writers::placeAndPay);
            writers.awaitFollowers();
        }
    }

    static String campaign(long number) {
        return "campaign-" + number;
    }

    Escrows escrows() {
        return engine.escrows();
    }

    /** Waits for the first answer about a campaign, which needs all of its journal. */
    void recover(String campaign) {
        if (escrows().find(campaign).isEmpty()) {
            throw new IllegalStateException("no such campaign: " + campaign);
        }
    }

    /** Places a pledge and waits until that is durable. */
    void place(long number) {
        place(number, UUID.randomUUID().toString());
    }

    /** As a backer whose card is charged at once. */
    void placeAndPay(long number) {
        String pledge = UUID.randomUUID().toString();
        place(number, pledge);
        accept(
                campaign(number % campaigns),
                new Command.PaymentConfirmed(START, pledge, pledge, AMOUNT, new Money(0, "EUR"), null));
    }

    private void place(long number, String pledge) {
        accept(
                campaign(number % campaigns),
                new Command.PlacePledge(
                        START,
                        pledge,
                        "m-" + number % 10_000,
                        null,
                        BackerKind.PERSON,
                        AMOUNT,
                        "coffee",
                        Visibility.FIRST_NAME,
                        "8d969eef6ecad3c29a3a629280e686cf0c3f5d5a86aff3ca12020c923adc6c92",
                        pledge,
                        Duration.ofMinutes(15),
                        false,
                        false,
                        List.of()));
    }

    /** Who is turned away comes again, and the time is theirs. */
    void accept(String campaign, Command command) {
        Outcome outcome = escrows().submit(campaign, command).join();
        while (outcome instanceof Outcome.Overloaded) {
            LockSupport.parkNanos(COMES_AGAIN_AFTER);
            outcome = escrows().submit(campaign, command).join();
        }
        if (!(outcome instanceof Outcome.Accepted)) {
            throw new IllegalStateException("not accepted: " + outcome);
        }
    }

    /** Until projections and relay have come as far as the journals. */
    void awaitFollowers() {
        StoredJournal stored = new StoredJournal(database);
        for (int i = 0; i < campaigns; i++) {
            String campaign = campaign(i);
            long page = escrows().statement(campaign).orElseThrow().page();
            await(() -> stored.escrow(campaign)
                    .filter(document -> document.getLong("projectedPage") >= page)
                    .filter(document -> document.getLong("relayedPage") >= page)
                    .isPresent());
        }
    }

    /** Until the snapshot that is taken when nobody asks any more stands, if there is enough after the last one. */
    void awaitSnapshot() {
        long page = escrows().statement(campaign(0)).orElseThrow().page();
        long giveUpAt = System.nanoTime() + SNAPSHOT_WITHIN.toNanos();
        while (snapshotPage() < page && System.nanoTime() < giveUpAt) {
            LockSupport.parkNanos(50_000_000);
        }
    }

    private long snapshotPage() {
        Document kept = database.getCollection("snapshots")
                .find(new Document("_id", campaign(0)))
                .first();
        Document current = kept == null ? null : kept.get("current", Document.class);
        return current == null ? 0 : current.getLong("page");
    }

    /** Looks again and again, at a cost that no figure notices. */
    static void await(BooleanSupplier condition) {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > giveUpAt) {
                throw new IllegalStateException("waited for too long");
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    /** In the largest page. */
    static int bytesOfADecision(MongoDatabase database) {
        int largest = 0;
        long n = 0;
        for (Document page : database.getCollection("journal").find().batchSize(PAGES_AT_ONCE)) {
            int bytes = page.get("body", Binary.class).length();
            if (bytes > largest) {
                largest = bytes;
                n = page.get("_id", Document.class).getLong("n");
            }
        }
        Page page = new StoredJournal(database)
                .read(campaign(0), List.of(n))
                .getFirst()
                .page();
        return largest / page.entries().size();
    }

    /** The bytes of all pages' decisions. */
    static long bytesOfPages(MongoDatabase database) {
        long bytes = 0;
        for (Document page : database.getCollection("journal").find().batchSize(PAGES_AT_ONCE)) {
            bytes += page.get("body", Binary.class).length();
        }
        return bytes;
    }

    @Override
    public void close() {
        engine.close();
    }
}
