package quartier.bench;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.pledge.audit.AuditReport;
import quartier.pledge.audit.Auditor;

/** Row 14: the full audit, journal and projections, against only reading what it audits. */
final class AuditRows implements Group {

    private static final String AUDIT = "audit of all entries";
    private static final String SCAN = "raw scan of as many documents as entries";
    private static final String PAGES = "raw scan of their pages";
    private static final int CAMPAIGNS = 10;
    /** A pledge is placed, and paid. */
    private static final int ENTRIES_OF_A_PLEDGE = 2;

    private static final int DOCUMENTS_AT_ONCE = 1_000;

    private final Bench bench;
    private final int entries;
    private @Nullable MongoDatabase database;

    AuditRows(Bench bench) {
        this.bench = bench;
        this.entries = 10 * bench.arguments().size();
    }

    @Override
    public List<Row> rows() {
        return List.of(new Row("14", AUDIT, SCAN, "<= 1.5"), new Row("14'", AUDIT, PAGES, ""));
    }

    @Override
    public void prepare() {
        bench.say("Filling a journal with " + entries + " entries …");
        MongoDatabase filled = bench.fresh();
        database = filled;
        Writers.fill(filled, CAMPAIGNS, entries / ENTRIES_OF_A_PLEDGE);
        Baselines baselines = new Baselines(filled, (int) (Writers.bytesOfPages(filled) / entries));
        for (int inserted = 0; inserted < entries; inserted += DOCUMENTS_AT_ONCE) {
            baselines.bulkInsert(DOCUMENTS_AT_ONCE);
        }
    }

    @Override
    public void round(Figures figures) {
        MongoDatabase filled = database;
        if (filled == null) {
            throw new IllegalStateException("not prepared");
        }
        figures.note(
                SCAN, "s", Load.seconds(() -> Baselines.scan(filled.getCollection(Baselines.RAW), DOCUMENTS_AT_ONCE)));
        figures.note(AUDIT, "s", Load.seconds(() -> clean(new Auditor(filled).audit())));
        figures.note(
                PAGES, "s", Load.seconds(() -> Baselines.scan(filled.getCollection("journal"), Writers.PAGES_AT_ONCE)));
    }

    private static void clean(AuditReport report) {
        if (!report.isClean()) {
            throw new IllegalStateException("the auditor objects to what the benchmark has written");
        }
    }

    @Override
    public void close() {
        if (database != null) {
            database.drop();
        }
    }
}
