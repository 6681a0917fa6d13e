package quartier.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quartier.local.store.DocumentStore;

/**
 * Five interleaved rounds over one store: {@code QUARTIER_MONGODB_URI}, or the local default's, started in this process
 * on a temporary file. Prints what each way does in a second and the ratios with their goals. It judges nothing: a
 * machine's numbers are no test.
 */
public final class BenchMain {

    private static final int ROUNDS = 5;
    private static final int WAITING = 512;
    private static final int CAMPAIGNS = 64;
    private static final int[] CONCURRENCIES = {1, 4, 16, 64, 256};

    private final MongoClient client;
    private final PrintStream out;
    private final Map<String, double[]> perSecond = new LinkedHashMap<>();
    private final int bytes;

    private BenchMain(MongoClient client, PrintStream out) {
        this.client = client;
        this.out = out;
        this.bytes = warmUp();
    }

    public static void main(String[] arguments) throws IOException {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.ERROR);
        }
        String uri = System.getenv("QUARTIER_MONGODB_URI");
        if (uri != null) {
            measure(uri, uri);
            return;
        }
        Path folder = Files.createTempDirectory("quartier-bench");
        try (DocumentStore store = new DocumentStore(folder.resolve("store.mv"), 0)) {
            measure(store.uri(), "the local default's store, on a file in " + folder);
        } finally {
            delete(folder);
        }
    }

    private static void measure(String uri, String what) {
        System.out.printf(
                Locale.ROOT,
                "Store: %s%nJava %s, %d processors, heap up to %d MB%n",
                what,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20);
        try (MongoClient client = MongoClients.create(uri + "/?maxPoolSize=300")) {
            new BenchMain(client, System.out).run();
        }
    }

    private void run() {
        out.printf(Locale.ROOT, "A decision takes %d bytes of a page.%n", bytes);
        int raw = best("raw inserts", Baselines::rawInsert);
        int increment = best("insert + conditional $inc", Baselines::insertAndIncrement);
        int compare = best("read + compare-and-set", Baselines::compareAndSet);
        for (int round = 0; round < ROUNDS; round++) {
            note(round, "raw inserts", baseline(raw, Baselines::rawInsert));
            note(round, "writer, one campaign", writers(1, false));
            note(round, "writer, 64 campaigns", writers(CAMPAIGNS, false));
            note(round, "insert + conditional $inc", baseline(increment, Baselines::insertAndIncrement));
            note(round, "writer with projections and relay", writers(1, true));
            note(round, "read + compare-and-set", baseline(compare, Baselines::compareAndSet));
            out.printf(Locale.ROOT, "round %d of %d done%n", round + 1, ROUNDS);
        }
        printRaw();
        out.printf(Locale.ROOT, "%n%-4s %-62s %8s %17s %6s%n", "row", "ratio", "median", "spread", "goal");
        ratio("1", "writer, one campaign", "raw inserts", ">= 15");
        ratio("1'", "writer with projections and relay", "raw inserts", "");
        ratio("3", "writer, one campaign", "insert + conditional $inc", ">= 20");
        ratio("4", "writer, 64 campaigns", "writer, one campaign", ">= 0.5");
        ratio("5", "writer, one campaign", "read + compare-and-set", ">= 20");
    }

    /** What a page holds is measured on the way. */
    private int warmUp() {
        MongoDatabase database = fresh();
        try (Writers writers = new Writers(database, 1, true)) {
            Load.perSecond(WAITING, Duration.ofSeconds(8), Duration.ofSeconds(2), writers::place);
            return writers.bytesOfADecision();
        } finally {
            database.drop();
        }
    }

    private interface Way {
        void run(Baselines baselines, long number);
    }

    /** The concurrency at which this way does most. */
    private int best(String name, Way way) {
        int best = 0;
        double most = 0;
        for (int threads : CONCURRENCIES) {
            double each = baseline(threads, way);
            out.printf(Locale.ROOT, "%s by %d at once: %.0f/s%n", name, threads, each);
            if (each > most) {
                most = each;
                best = threads;
            }
        }
        return best;
    }

    private double baseline(int threads, Way way) {
        MongoDatabase database = fresh();
        try {
            Baselines baselines = new Baselines(database, bytes);
            return Load.perSecond(threads, number -> way.run(baselines, number));
        } finally {
            database.drop();
        }
    }

    private double writers(int campaigns, boolean follow) {
        MongoDatabase database = fresh();
        try (Writers writers = new Writers(database, campaigns, follow)) {
            return Load.perSecond(WAITING, writers::place);
        } finally {
            database.drop();
        }
    }

    private MongoDatabase fresh() {
        return client.getDatabase("bench-" + UUID.randomUUID().toString().substring(0, 8));
    }

    private void note(int round, String what, double each) {
        perSecond.computeIfAbsent(what, none -> new double[ROUNDS])[round] = each;
    }

    private void printRaw() {
        out.printf(Locale.ROOT, "%n%-36s %9s   %s%n", "per second", "median", "rounds");
        perSecond.forEach((what, rounds) -> out.printf(
                Locale.ROOT,
                "%-36s %9.0f   %s%n",
                what,
                median(rounds),
                String.join(
                        " ",
                        Arrays.stream(rounds)
                                .mapToObj(each -> String.format(Locale.ROOT, "%.0f", each))
                                .toList())));
    }

    private void ratio(String row, String what, String against, String goal) {
        double[] ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            ratios[round] = of(what)[round] / of(against)[round];
        }
        double[] sorted = ratios.clone();
        Arrays.sort(sorted);
        out.printf(
                Locale.ROOT,
                "%-4s %-62s %8.2f %8.2f–%-8.2f %6s%n",
                row,
                what + " / " + against,
                median(ratios),
                sorted[0],
                sorted[ROUNDS - 1],
                goal);
    }

    private double[] of(String what) {
        double[] rounds = perSecond.get(what);
        if (rounds == null) {
            throw new IllegalArgumentException("not measured: " + what);
        }
        return rounds;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(files::add);
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
