package quartier.bench;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.io.PrintStream;
import java.util.Locale;
import java.util.UUID;

/**
 * What every group measures with.
 *
 * @param uri of the store
 * @param bytesOfADecision what one pledge takes in a page of the journal
 */
record Bench(MongoClient client, String uri, Arguments arguments, int bytesOfADecision, PrintStream out) {

    /** How many ask the writers at once. */
    static final int WAITING = 512;

    private static final int[] CONCURRENCIES = {1, 4, 16, 64, 256};

    /** The same over another line to the store. */
    Bench over(MongoClient slower, String address) {
        return new Bench(slower, address, arguments, bytesOfADecision, out);
    }

    /** An empty database, to be dropped after use. */
    MongoDatabase fresh() {
        return client.getDatabase("bench-" + UUID.randomUUID().toString().substring(0, 8));
    }

    void say(String line) {
        out.println(line);
    }

    /** One of the simpler ways to store a pledge. */
    interface Way {
        void run(Baselines baselines, long number);
    }

    /** The concurrency at which this way does most. */
    int best(String name, Way way) {
        int best = 0;
        double most = 0;
        for (int threads : CONCURRENCIES) {
            double each = perSecond(threads, way);
            say(String.format(Locale.ROOT, "%s by %d at once: %.0f/s", name, threads, each));
            if (each > most) {
                most = each;
                best = threads;
            }
        }
        return best;
    }

    double perSecond(int threads, Way way) {
        MongoDatabase database = fresh();
        try {
            Baselines baselines = new Baselines(database, bytesOfADecision);
            return Load.perSecond(threads, number -> way.run(baselines, number));
        } finally {
            database.drop();
        }
    }
}
