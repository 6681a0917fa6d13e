package quartier.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quartier.local.store.DocumentStore;

/**
 * Interleaved rounds over one store: {@code QUARTIER_MONGODB_URI}, or the local default's, started in this process on a
 * temporary file. Prints what each way does and the ratios with their goals. It judges nothing: a machine's numbers are
 * no test. What the rows mean stands in docs/benchmarks.md.
 */
public final class BenchMain {

    private BenchMain() {}

    /** {@code [ROW…] [--rounds N] [--size N]}. */
    public static void main(String[] words) throws IOException {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.ERROR);
        }
        Arguments arguments;
        try {
            arguments = Arguments.of(words);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            return;
        }
        String uri = System.getenv("QUARTIER_MONGODB_URI");
        if (uri != null) {
            measure(uri, uri, arguments);
            return;
        }
        Path folder = Files.createTempDirectory("quartier-bench");
        try (DocumentStore store = new DocumentStore(folder.resolve("store.mv"), 0)) {
            measure(store.uri(), "the local default's store, on a file in " + folder, arguments);
        } finally {
            delete(folder);
        }
    }

    private static void measure(String uri, String what, Arguments arguments) {
        System.out.printf(
                Locale.ROOT,
                "Store: %s%nJava %s, %d processors, heap up to %d MB%n",
                what,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20);
        try (MongoClient client = MongoClients.create(uri + "/?maxPoolSize=300")) {
            Bench bench = warmedUp(client, uri, arguments);
            List<Group> groups = groups(bench);
            refuseUnknown(arguments, groups);
            groups.stream().filter(arguments::want).forEach(group -> measure(bench, group));
        }
    }

    private static List<Group> groups(Bench bench) {
        return List.of(
                new WriterRows(bench),
                new HttpRows(bench),
                new DistantRows(bench),
                new GrowthRows(bench),
                new AuditRows(bench),
                new ReplicaRows(bench),
                new MemoryRows(bench),
                new SettlementRows(bench),
                new DiscoveryRows(bench),
                new PageRows(bench));
    }

    private static void refuseUnknown(Arguments arguments, List<Group> groups) {
        Set<String> known = groups.stream()
                .flatMap(group -> group.rows().stream())
                .map(Row::number)
                .collect(Collectors.toSet());
        for (String row : arguments.rows()) {
            if (!known.contains(row)) {
                throw new IllegalArgumentException("There is no row " + row + ", only " + known);
            }
        }
    }

    private static void measure(Bench bench, Group group) {
        String numbers =
                String.join(", ", group.rows().stream().map(Row::number).toList());
        bench.say(String.format(Locale.ROOT, "%nRows %s", numbers));
        Figures figures = new Figures();
        try (group) {
            group.prepare();
            for (int round = 1; round <= bench.arguments().rounds(); round++) {
                group.round(figures);
                bench.say("round " + round + " of " + bench.arguments().rounds() + " done");
            }
        }
        figures.print(bench.out(), group.rows());
    }

    /** What a page holds is measured on the way. */
    private static Bench warmedUp(MongoClient client, String uri, Arguments arguments) {
        Bench bench = new Bench(client, uri, arguments, 1, System.out);
        MongoDatabase database = bench.fresh();
        try (Writers writers = Writers.opened(database, 1, true)) {
            Load.perSecond(Bench.WAITING, Duration.ofSeconds(8), Duration.ofSeconds(2), writers::place);
            int bytes = Writers.bytesOfADecision(database);
            bench.say("A decision takes " + bytes + " bytes of a page.");
            return new Bench(client, uri, arguments, bytes, System.out);
        } finally {
            database.drop();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
