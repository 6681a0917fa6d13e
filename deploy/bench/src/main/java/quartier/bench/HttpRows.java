package quartier.bench;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import quartier.pledge.PledgeServiceApplication;
import quartier.system.Launch;
import quartier.system.PledgeSystem;
import quartier.system.Replica;

/**
 * Rows 2 and 6: pledges over HTTP at a service in a process of its own, whole with its security, projections and relay,
 * on one hot campaign. A pledge is two decisions, its hold and its payment, before it is answered.
 */
final class HttpRows implements Group {

    private static final String RAW = "raw inserts beside HTTP";
    private static final String HTTP = "pledges over HTTP";
    private static final String SANDBOX = "pledges over HTTP, the sandbox's bank in the same store";
    private static final String RAW_WAIT = "p99 of a raw insert at its half";
    private static final String HTTP_WAIT = "p99 of a pledge over HTTP at its half";
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration SETTLING_IN = Duration.ofSeconds(2);
    private static final Duration MEASURED = Duration.ofSeconds(5);
    private static final Duration AT_HALF = Duration.ofSeconds(5);
    private static final int[] CONCURRENCIES = {16, 64, 256};
    private static final double TO_MILLIS = 1e-3;
    private static final int MEMBERS = 200;

    private final Bench bench;
    private int raw;
    private int http;
    private @Nullable Served instant;
    private @Nullable Served sandbox;
    private @Nullable PledgeSystem system;

    HttpRows(Bench bench) {
        this.bench = bench;
    }

    @Override
    public List<Row> rows() {
        return List.of(
                new Row("2", HTTP, RAW, ">= 1.5"),
                new Row("2'", SANDBOX, RAW, ""),
                new Row("6", HTTP_WAIT, RAW_WAIT, "<= 2"));
    }

    @Override
    public void prepare() {
        raw = bench.best(RAW, Baselines::rawInsert);
        PledgeSystem opened = PledgeSystem.over(bench.uri(), folder());
        system = opened;
        instant = new Served(opened, "instant", InstantService.class);
        sandbox = new Served(opened, "sandbox", PledgeServiceApplication.class);
        Load.perSecond(CONCURRENCIES[1], WARM_UP, Duration.ofSeconds(1), instant.campaign()::pledge);
        Load.perSecond(CONCURRENCIES[1], WARM_UP, Duration.ofSeconds(1), sandbox.campaign()::pledge);
        http = best(instant);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("quartier-bench-http");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private int best(Served served) {
        int best = 0;
        double most = 0;
        for (int connections : CONCURRENCIES) {
            double each = Load.perSecond(connections, served.campaign()::pledge);
            bench.say(String.format(Locale.ROOT, "%s by %d connections: %.0f/s", HTTP, connections, each));
            if (each > most) {
                most = each;
                best = connections;
            }
        }
        return best;
    }

    @Override
    public void round(Figures figures) {
        double inserts = bench.perSecond(raw, Baselines::rawInsert);
        figures.note(RAW, "/s", inserts);
        double pledges = perSecond(running(instant));
        figures.note(HTTP, "/s", pledges);
        figures.note(RAW_WAIT, "ms", rawWait(inserts / 2));
        double wait = Load.latencies(pledges / 2, AT_HALF, running(instant).campaign()::pledge)
                .getValueAtPercentile(99);
        figures.note(HTTP_WAIT, "ms", wait * TO_MILLIS);
        figures.note(SANDBOX, "/s", perSecond(running(sandbox)));
    }

    private double perSecond(Served served) {
        double perSecond = Load.perSecond(http, SETTLING_IN, MEASURED, served.campaign()::pledge);
        if (perSecond == 0) {
            throw new IllegalStateException("not one pledge in " + MEASURED + ": the machine does something else");
        }
        return perSecond;
    }

    private double rawWait(double perSecond) {
        MongoDatabase database = bench.fresh();
        try {
            Baselines baselines = new Baselines(database, bench.bytesOfADecision());
            return Load.latencies(perSecond, AT_HALF, baselines::rawInsert).getValueAtPercentile(99) * TO_MILLIS;
        } finally {
            database.drop();
        }
    }

    private static Served running(@Nullable Served served) {
        if (served == null) {
            throw new IllegalStateException("not prepared");
        }
        return served;
    }

    @Override
    public void close() {
        if (instant != null) {
            instant.close();
        }
        if (sandbox != null) {
            sandbox.close();
        }
        if (system != null) {
            system.close();
        }
    }

    /** One service, and campaigns on it. */
    private final class Served implements AutoCloseable {

        private final PledgeSystem system;
        private final MongoDatabase database;
        private final MongoDatabase books;
        private final Replica replica;
        private final KeptConnections connections;
        private final List<String> members;

        Served(PledgeSystem system, String provider, Class<?> main) {
            this.system = system;
            this.database = bench.fresh();
            this.books = bench.fresh();
            this.replica = system.measured(
                    provider,
                    main,
                    Map.of(
                            "QUARTIER_PAYMENT_PROVIDER",
                            provider,
                            "QUARTIER_SERVICE_DATABASE",
                            database.getName(),
                            "QUARTIER_PAYMENT_SANDBOX_DATABASE",
                            books.getName(),
                            // Its own consumer group: each of the two opens each campaign.
                            "SPRING_CLOUD_STREAM_DEFAULT_GROUP",
                            "bench-" + provider));
            this.connections = new KeptConnections(replica.address());
            this.members = IntStream.range(0, MEMBERS)
                    .mapToObj(member -> "Authorization: " + replica.authorization("voisin" + member) + "\r\n")
                    .toList();
        }

        /** A new one, open when this returns. */
        Campaign campaign() {
            String campaign = "hot-" + UUID.randomUUID();
            Instant now = system.now();
            system.launch(campaign, new Launch(now, now.plus(Duration.ofDays(30)), 1L << 40, 1L << 41, 1_000));
            Writers.await(() -> isOpen(campaign));
            return new Campaign(connections, members, campaign);
        }

        private boolean isOpen(String campaign) {
            try {
                return replica.get("voisin0", "/v1/campaigns/" + campaign).status() == 200;
            } catch (IOException notReady) {
                return false;
            }
        }

        @Override
        public void close() {
            connections.close();
            replica.close();
            database.drop();
            books.drop();
        }
    }

    private record Campaign(KeptConnections connections, List<String> members, String id) {

        void pledge(long number) {
            KeptConnections.Answer answer = connections.post(
                    "/v1/pledges",
                    members.get((int) (number % members.size())) + "Idempotency-Key: " + UUID.randomUUID() + "\r\n",
                    "{\"campaign\":\"" + id + "\",\"amount\":{\"amount\":2000,\"currency\":\"EUR\"},"
                            + "\"tier\":\"coffee\",\"visibility\":\"first_name\","
                            + "\"payment\":{\"card\":\"4242424242424242\"}}");
            if (answer.status() != 201 || !answer.body().contains("\"confirmed\"")) {
                throw new IllegalStateException("not pledged: " + answer);
            }
        }
    }
}
