package quartier.bench;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Locale;

/** What the writer of one viral campaign keeps in memory: a figure without a row of RELIABILITY, to be stated. */
final class MemoryRows implements Group {

    private static final int COLLECTIONS = 3;
    private static final double MEGABYTE = 1 << 20;

    private final Bench bench;

    MemoryRows(Bench bench) {
        this.bench = bench;
    }

    @Override
    public List<Row> rows() {
        int pledges = bench.arguments().size();
        return List.of(new Row("memory", writerWith(pledges), writerWith(pledges / 10), "10 (linear)"));
    }

    private static String writerWith(int pledges) {
        return String.format(Locale.ROOT, "memory of a writer with %,d paid pledges", pledges);
    }

    @Override
    public void round(Figures figures) {
        measure(bench.arguments().size() / 10, figures);
        measure(bench.arguments().size(), figures);
    }

    private void measure(int pledges, Figures figures) {
        MongoDatabase database = bench.fresh();
        try {
            Writers.fill(database, 1, pledges);
            try (Writers replica = Writers.on(database, 1, false)) {
                long before = used();
                replica.recover(Writers.campaign(0));
                figures.note(writerWith(pledges), "MB", (used() - before) / MEGABYTE);
            }
        } finally {
            database.drop();
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
