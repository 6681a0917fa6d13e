package quartier.bench;

import com.mongodb.client.MongoDatabase;
import java.util.List;

/** Rows 1, 3, 4 and 5: the writer against simpler ways, and one campaign against many. */
class WriterRows implements Group {

    private static final int CAMPAIGNS = 64;

    private final Bench bench;
    private final String mark;
    private int raw;
    private int increment;
    private int compare;

    WriterRows(Bench bench) {
        this(bench, "");
    }

    /** @param mark after the numbers and names of these rows */
    WriterRows(Bench bench, String mark) {
        this.bench = bench;
        this.mark = mark;
    }

    @Override
    public List<Row> rows() {
        return List.of(
                row("1", "writer, one campaign", "raw inserts", ">= 15"),
                row("1'", "writer with projections and relay", "raw inserts", ""),
                row("3", "writer, one campaign", "insert + conditional $inc", ">= 20"),
                row("4", "writer, 64 campaigns", "writer, one campaign", ">= 0.5"),
                row("5", "writer, one campaign", "read + compare-and-set", ">= 20"));
    }

    private Row row(String number, String what, String against, String goal) {
        return new Row(number + mark, what + mark, against + mark, goal);
    }

    @Override
    public void prepare() {
        raw = bench.best("raw inserts" + mark, Baselines::rawInsert);
        increment = bench.best("insert + conditional $inc" + mark, Baselines::insertAndIncrement);
        compare = bench.best("read + compare-and-set" + mark, Baselines::compareAndSet);
    }

    @Override
    public void round(Figures figures) {
        note(figures, "raw inserts", bench.perSecond(raw, Baselines::rawInsert));
        note(figures, "writer, one campaign", writers(1, false));
        note(figures, "writer, 64 campaigns", writers(CAMPAIGNS, false));
        note(figures, "insert + conditional $inc", bench.perSecond(increment, Baselines::insertAndIncrement));
        note(figures, "writer with projections and relay", writers(1, true));
        note(figures, "read + compare-and-set", bench.perSecond(compare, Baselines::compareAndSet));
    }

    private void note(Figures figures, String what, double perSecond) {
        figures.note(what + mark, "/s", perSecond);
    }

    private double writers(int campaigns, boolean follow) {
        MongoDatabase database = bench.fresh();
        try (Writers writers = Writers.opened(database, campaigns, follow)) {
            return Load.perSecond(Bench.WAITING, writers::place);
        } finally {
            database.drop();
        }
    }
}
