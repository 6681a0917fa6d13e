package quartier.bench;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Rows 11 and 12: one campaign with so many pledges, and with ten times as many. How fast further ones are placed, how
 * long that takes at half of what the smaller one can do, and how soon a new replica has its first answer.
 */
final class GrowthRows implements Group {

    private static final double TO_MILLIS = 1e-3;
    private static final Duration AT_HALF = Duration.ofSeconds(4);

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
                new Row("12", recovery(more), recovery(less), "<= 1.2"));
    }

    private static String placing(int pledges) {
        return String.format(Locale.ROOT, "placing after %,d", pledges);
    }

    private static String waiting(int pledges) {
        return String.format(Locale.ROOT, "p99 at half load after %,d", pledges);
    }

    private static String recovery(int pledges) {
        return String.format(Locale.ROOT, "recovery after %,d", pledges);
    }

    @Override
    public void round(Figures figures) {
        double half = measure(less, 0, figures) / 2;
        measure(more, half, figures);
    }

    /** @param half the rate at which waiting is measured; 0 for half of what is measured here */
    private double measure(int pledges, double half, Figures figures) {
        MongoDatabase database = bench.fresh();
        try {
            Writers.fill(database, 1, pledges);
            figures.note(recovery(pledges), "ms", recoverySeconds(database) * 1e3);
            try (Writers writers = Writers.on(database, 1, true)) {
                double perSecond = less / Load.seconds(Bench.WAITING, less, writers::place);
                figures.note(placing(pledges), "/s", perSecond);
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
