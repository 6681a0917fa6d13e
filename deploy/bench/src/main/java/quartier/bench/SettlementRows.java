package quartier.bench;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import quartier.pledge.escrow.Account;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Escrows;

/** Row 10: all pledges of a campaign that failed are given back by a provider that answers at once. */
final class SettlementRows implements Group {

    private static final String SETTLING = "settling all pledges";
    private static final String INSERTING = "bulk insert of the same entries";
    private static final int DOCUMENTS_AT_ONCE = 1_000;
    private static final int[] CONCURRENCIES = {1, 2, 4};

    private final Bench bench;
    private final int pledges;
    private int inserters = 1;

    SettlementRows(Bench bench) {
        this.bench = bench;
        this.pledges = bench.arguments().size();
    }

    @Override
    public List<Row> rows() {
        return List.of(new Row("10", SETTLING, INSERTING, "<= 1.5"));
    }

    @Override
    public void prepare() {
        double least = Double.MAX_VALUE;
        for (int threads : CONCURRENCIES) {
            double seconds = insert(threads, bench.bytesOfADecision());
            bench.say(String.format(Locale.ROOT, "%s by %d at once: %.2f s", INSERTING, threads, seconds));
            if (seconds < least) {
                least = seconds;
                inserters = threads;
            }
        }
    }

    @Override
    public void round(Figures figures) {
        MongoDatabase database = bench.fresh();
        long bytes;
        try (Writers writers = Writers.opened(database, 1, true)) {
            Load.seconds(Bench.WAITING, pledges, writers::placeAndPay);
            writers.accept(Writers.campaign(0), new Command.ReachDeadline(Writers.DEADLINE));
            writers.awaitFollowers();
            long before = Writers.bytesOfPages(database);
            figures.note(SETTLING, "s", settle(database, writers.escrows()));
            bytes = Writers.bytesOfPages(database) - before;
        } finally {
            database.drop();
        }
        figures.note(INSERTING, "s", insert(inserters, (int) (bytes / pledges)));
    }

    private static double settle(MongoDatabase database, Escrows escrows) {
        try (SettlingService service = new SettlingService(database, escrows)) {
            return Load.seconds(() -> {
                service.start();
                Writers.await(() -> isGivenBack(escrows));
            });
        }
    }

    private static boolean isGivenBack(Escrows escrows) {
        Map<Account, Long> balances =
                escrows.statement(Writers.campaign(0)).orElseThrow().balances();
        return balances.getOrDefault(Account.ESCROW, 0L) == 0 && balances.getOrDefault(Account.CASH_PSP, 0L) == 0;
    }

    private double insert(int threads, int bytesOfAnEntry) {
        MongoDatabase database = bench.fresh();
        try {
            Baselines baselines = new Baselines(database, bytesOfAnEntry);
            return Load.seconds(
                    threads, pledges / DOCUMENTS_AT_ONCE, number -> baselines.bulkInsert(DOCUMENTS_AT_ONCE));
        } finally {
            database.drop();
        }
    }
}
