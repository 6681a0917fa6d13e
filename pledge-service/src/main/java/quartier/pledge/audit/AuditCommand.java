package quartier.pledge.audit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Audits a pledge-service's database from the command line and ends with 0 when nothing was found, 1 when something
 * was. {@code QUARTIER_MONGODB_URI} says where (the local default otherwise); the argument names the database.
 */
public final class AuditCommand {

    private AuditCommand() {}

    public static void main(String[] arguments) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            logback.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        }
        String uri = System.getenv().getOrDefault("QUARTIER_MONGODB_URI", "mongodb://localhost:8089");
        String database = arguments.length > 0 ? arguments[0] : "pledge-service";
        System.exit(run(uri, database, System.out));
    }

    static int run(String uri, String database, PrintStream out) {
        long start = System.nanoTime();
        try (MongoClient client = MongoClients.create(uri)) {
            AuditReport report = new Auditor(client.getDatabase(database)).audit();
            print(report, database, out);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            out.printf(
                    Locale.ROOT,
                    "%s in %.1f s%n",
                    report.isClean() ? "Nothing was found" : "The auditor objects",
                    took.toMillis() / 1_000.0);
            return report.isClean() ? 0 : 1;
        }
    }

    private static void print(AuditReport report, String database, PrintStream out) {
        out.printf(Locale.ROOT, "Audit of %d campaigns in %s%n", report.campaigns(), database);
        for (Check check : Check.values()) {
            out.printf(
                    Locale.ROOT,
                    "%2d  %-8s %9d %-12s %s%n",
                    check.number(),
                    report.findings(check) == 0 ? "ok" : report.findings(check) + " bad",
                    report.examined(check),
                    check.unit(),
                    check.title());
            report.messages(check).forEach(message -> out.println("        " + message));
        }
    }
}
