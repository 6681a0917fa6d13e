package quartier.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows 1, 3, 4 and 5 again, with a store that is one millisecond away in each direction. */
final class DistantRows implements Group {

    private static final String MARK = "+1ms";

    private final Bench bench;
    private @Nullable DistantLine line;
    private @Nullable MongoClient client;
    private Group rows;

    DistantRows(Bench bench) {
        this.bench = bench;
        this.rows = new WriterRows(bench, MARK);
    }

    @Override
    public List<Row> rows() {
        return rows.rows();
    }

    @Override
    public void prepare() {
        DistantLine opened = DistantLine.to(bench.uri(), Duration.ofMillis(1));
        MongoClient over = MongoClients.create(opened.uri() + "/?maxPoolSize=300");
        line = opened;
        client = over;
        rows = new WriterRows(bench.over(over, opened.uri()), MARK);
        rows.prepare();
    }

    @Override
    public void round(Figures figures) {
        rows.round(figures);
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
        if (line != null) {
            line.close();
        }
    }
}
