package quartier.bench;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Rows 11 and 12: one campaign with so many pledges, and with ten times as many. How fast further ones are placed, how
 * long that takes at half of what the smaller one can do lastingly, and how soon a new replica has its first answer.
 */
final class GrowthRows implements Group {

    private static final double TO_MILLIS = 1e-3;
    private static final Duration AT_HALF = Duration.ofSeconds(4);
    private static final int WARM = 2_000;

    private final Bench bench;
    private final int less;
    private final int more;

    GrowthRows(Bench bench) {
        this.bench = bench;
        this.less = bench.arguments().size() / 10;
        this.more = bench.arguments().size();
    }

    @Override
    public List<Row> rows() {
        return List.of(
                new Row("11", placing(more), placing(less), ">= 0.9"),
                new Row("11'", waiting(more), waiting(less), "<= 1.2"),
                new Row("12", recovery(more), recovery(less), "<= 1.2"),
                new Row("12'", interrupted(more), interrupted(less), ""));
    }

    private static String first(int pledges) {
        return String.format(Locale.ROOT, "placing right after a start on %,d", pledges);
    }

    private static String placing(int pledges) {
        return String.format(Locale.ROOT, "placing after %,d", pledges);
    }

    private static String lasting(int pledges) {
        return String.format(Locale.ROOT, "placing, projected and relayed, after %,d", pledges);
    }

    private static String waiting(int pledges) {
        return String.format(Locale.ROOT, "p99 at half load after %,d", pledges);
    }

    private static String recovery(int pledges) {
        return String.format(Locale.ROOT, "recovery after %,d", pledges);
    }

    private static String interrupted(int pledges) {
        return String.format(Locale.ROOT, "recovery out of a burst after %,d", pledges);
    }

    @Override
    public void prepare() {
        MongoDatabase database = bench.fresh();
        Writers.fill(database, 1, WARM);
        for (int i = 0; i < 10; i++) {
            recoverySeconds(database);
        }
        database.drop();
    }

    @Override
    public void round(Figures figures) {
        double half = measure(less, 0, figures) / 2;
        measure(more, half, figures);
    }

    /**
     * @param half the rate at which waiting is measured; 0 for half of what is measured here
     * @return how many a second are placed, projected and relayed
     */
    private double measure(int pledges, double half, Figures figures) {
        MongoDatabase database = bench.fresh();
        try {
            try (Writers burst = Writers.opened(database, 1, true)) {
                Load.seconds(Bench.WAITING, pledges, burst::placeAndPay);
            }
            figures.note(interrupted(pledges), "ms", recoverySeconds(database) * 1e3);
            try (Writers replica = Writers.on(database, 1, true)) {
                replica.recover(Writers.campaign(0));
                replica.awaitFollowers();
                replica.awaitSnapshot();
            }
            figures.note(recovery(pledges), "ms", recoverySeconds(database) * 1e3);
            try (Writers writers = Writers.on(database, 1, true)) {
                figures.note(first(pledges), "/s", less / Load.seconds(Bench.WAITING, less, writers::place));
                writers.awaitFollowers();
                double[] seconds = new double[1];
                double inAll = Load.seconds(() -> {
                    seconds[0] = Load.seconds(Bench.WAITING, less, writers::place);
                    writers.awaitFollowers();
                });
                figures.note(placing(pledges), "/s", less / seconds[0]);
                double perSecond = less / inAll;
                figures.note(lasting(pledges), "/s", perSecond);
                double rate = half > 0 ? half : perSecond / 2;
                double p99 = Load.latencies(rate, AT_HALF, writers::place).getValueAtPercentile(99);
                figures.note(waiting(pledges), "ms", p99 * TO_MILLIS);
                return perSecond;
            }
        } finally {
            database.drop();
        }
    }

    /** From the first question that a replica is asked until it is answered. */
    private static double recoverySeconds(MongoDatabase database) {
        try (Writers replica = Writers.on(database, 1, false)) {
            return Load.seconds(() -> replica.recover(Writers.campaign(0)));
        }
    }
}
