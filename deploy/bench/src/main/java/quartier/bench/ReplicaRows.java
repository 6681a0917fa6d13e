package quartier.bench;

import com.mongodb.client.MongoDatabase;
import java.util.List;

/** Row 15: two replicas' writers on one campaign, its pledges sent to the one and the other in turn. */
final class ReplicaRows implements Group {

    private static final String ONE = "one replica, one campaign";
    private static final String TWO = "two replicas, the same campaign";

    private final Bench bench;

    ReplicaRows(Bench bench) {
        this.bench = bench;
    }

    @Override
    public List<Row> rows() {
        return List.of(new Row("15", TWO, ONE, ">= 0.6"));
    }

    @Override
    public void round(Figures figures) {
        figures.note(ONE, "/s", one());
        figures.note(TWO, "/s", two());
    }

    private double one() {
        MongoDatabase database = bench.fresh();
        try (Writers only = Writers.opened(database, 1, false)) {
            return Load.perSecond(Bench.WAITING, only::place);
        } finally {
            database.drop();
        }
    }

    private double two() {
        MongoDatabase database = bench.fresh();
        try (Writers first = Writers.opened(database, 1, false);
                Writers second = Writers.on(database, 1, false)) {
            return Load.perSecond(Bench.WAITING, number -> (number % 2 == 0 ? first : second).place(number));
        } finally {
            database.drop();
        }
    }
}
