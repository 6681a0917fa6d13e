package quartier.bench;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Search, lists and the making of the index: catalog-service as a process of its own, asked over HTTP. */
final class DiscoveryRows implements Group {

    private static final String SEARCH = "p99 of a search with facets";
    private static final String EMPTY = "p99 of an empty request to the service";
    private static final String INDEXED = "projects indexed";
    private static final String WANTED = "5,000 a second";
    private static final int WANTED_PER_SECOND = 5_000;
    private static final int AT_ONCE = 4;
    private static final double RATE = 50;
    private static final Duration ASKED = Duration.ofSeconds(10);
    private static final double PERCENTILE = 99;

    private final Bench bench;
    private final int projects;
    private final Processes processes = new Processes();
    private @Nullable Operator operator;
    private final MongoDatabase large;
    private final MongoDatabase small;
    private String service = "";
    private String smaller = "";

    DiscoveryRows(Bench bench) {
        this.bench = bench;
        this.projects = bench.arguments().size();
        this.large = bench.fresh();
        this.small = bench.fresh();
    }

    @Override
    public List<Row> rows() {
        return List.of(
                new Row("search", SEARCH, EMPTY, "<= 20"),
                new Row("index", INDEXED, WANTED, ">= 1"),
                new Row("list", lists(projects / 10), lists(projects), "<= 1.15"));
    }

    private static String lists(int of) {
        return String.format(Locale.ROOT, "lists a second of %,d projects", of);
    }

    @Override
    public void prepare() {
        Catalogue.fill(large, projects);
        Catalogue.fill(small, projects / 10);
        Operator issuing = new Operator();
        operator = issuing;
        service = start(large, issuing.issuer());
        smaller = start(small, issuing.issuer());
        for (String each : List.of(service, smaller)) {
            Load.perSecond(
                    AT_ONCE,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(2),
                    number -> Processes.get(each + "/nothing-here"));
            Load.perSecond(
                    AT_ONCE, Duration.ofSeconds(10), Duration.ofSeconds(2), number -> ask(each + search(number)));
            Load.perSecond(AT_ONCE, Duration.ofSeconds(5), Duration.ofSeconds(2), number -> ask(each + list(number)));
        }
    }

    private String start(MongoDatabase database, String issuer) {
        return processes.start(
                "catalog-service",
                "--spring.mongodb.uri=" + bench.uri(),
                "--quartier.delivery.address-key=" + Processes.KEY,
                "--quartier.service.database=" + database.getName(),
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + issuer,
                "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + issuer + "/keys");
    }

    @Override
    public void round(Figures figures) {
        figures.note(EMPTY, "µs", p99(number -> Processes.get(service + "/nothing-here")));
        figures.note(SEARCH, "µs", p99(number -> ask(service + search(number))));
        figures.note(lists(projects / 10), "/s", Load.perSecond(AT_ONCE, number -> ask(smaller + list(number))));
        figures.note(lists(projects), "/s", Load.perSecond(AT_ONCE, number -> ask(service + list(number))));
        Operator asking = Objects.requireNonNull(operator, "not prepared");
        double seconds = Load.seconds(() -> rebuild(service, asking));
        figures.note(INDEXED, "/s", projects / seconds);
        figures.note(WANTED, "/s", WANTED_PER_SECOND);
        figures.note("projects read from the store", "/s", projects / Load.seconds(this::readAll));
    }

    private static double p99(Load.Operation operation) {
        return Load.latencies(RATE, ASKED, operation).getValueAtPercentile(PERCENTILE);
    }

    private static String search(long number) {
        return "/v1/projects?facets=true&limit=20&q=" + Catalogue.words(number);
    }

    private static String list(long number) {
        return "/v1/projects?territory=lyon&limit=20&theme=" + Catalogue.theme(number);
    }

    private static void ask(String address) {
        Processes.Answer answer = Processes.body(address);
        if (answer.status() != 200) {
            throw new IllegalStateException(address + " answered " + answer.status());
        }
    }

    private static void rebuild(String of, Operator operator) {
        int status = Processes.post(of + "/v1/search-index/rebuild", operator.token());
        if (status != 200) {
            throw new IllegalStateException("the index was not made anew: " + status);
        }
    }

    /** What bounds the making of an index from below. */
    private void readAll() {
        large.getCollection("projects").find().batchSize(500).forEach(document -> {});
    }

    @Override
    public void close() {
        processes.close();
        if (operator != null) {
            operator.close();
        }
        large.drop();
        small.drop();
    }
}
