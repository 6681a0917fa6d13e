package quartier.pledge.audit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quartier.pledge.escrow.journal.StoredJournal;

/**
 * Audits a pledge-service's database from the command line and ends with 0 when nothing was found, 1 when something was,
 * 2 when it was called wrongly. {@code QUARTIER_MONGODB_URI} says where (the local default otherwise); an argument names
 * the database. {@code --incremental} goes on from the checkpoints of earlier audits, otherwise everything is read.
 */
public final class AuditCommand {

    private static final String INCREMENTAL = "--incremental";

    private AuditCommand() {}

    public static void main(String[] arguments) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        }
        String uri = System.getenv().getOrDefault("QUARTIER_MONGODB_URI", "mongodb://localhost:8089");
        System.exit(run(uri, System.out, arguments));
    }

    static int run(String uri, PrintStream out, String... arguments) {
        List<String> rest = new ArrayList<>(Arrays.asList(arguments));
        AuditMode mode = rest.remove(INCREMENTAL) ? AuditMode.INCREMENTAL : AuditMode.FULL;
        String database = rest.isEmpty() ? "pledge-service" : rest.getFirst();
        if (rest.size() > 1 || database.startsWith("-")) {
            out.println("audit [" + INCREMENTAL + "] [DATABASE]");
            return 2;
        }
        try (MongoClient client = MongoClients.create(uri)) {
            return run(client.getDatabase(database), mode, out);
        }
    }

    private static int run(MongoDatabase database, AuditMode mode, PrintStream out) {
        Instant start = Instant.now();
        AuditReport report = new Auditor(
                        new StoredJournal(database),
                        new MongoComparisons(database),
                        new MongoCheckpoints(database),
                        () -> {})
                .audit(mode);
        Instant end = Instant.now();
        new FinishedAudits(database).put(new FinishedAudit(start, end, mode, report.campaigns(), report.results()));
        out.printf(
                Locale.ROOT,
                "%s audit of %d campaigns in %s%n",
                mode == AuditMode.FULL ? "Full" : "Incremental",
                report.campaigns(),
                database.getName());
        report.results().forEach(result -> print(result, out));
        out.printf(
                Locale.ROOT,
                "%s in %.1f s%n",
                report.isClean() ? "Nothing was found" : "The auditor objects",
                Duration.between(start, end).toMillis() / 1_000.0);
        return report.isClean() ? 0 : 1;
    }

    private static void print(AuditReport.Result result, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "%2d  %-8s %9d %-12s %s%n",
                result.check().number(),
                result.findings() == 0 ? "ok" : result.findings() + " bad",
                result.examined(),
                result.check().unit(),
                result.check().title());
        result.messages().forEach(message -> out.println("        " + message));
    }
}
