package quartier.pledge.reconciliation;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import quartier.pledge.payment.PaymentProvider;
import quartier.pledge.payment.Slice;
import quartier.pledge.payment.StatementLine;
import quartier.pledge.payment.StatementLine.Kind;

/** Reads on in the provider's statement and in our ledger, and lays them side by side. */
final class Reconcile {

    /** A movement may show late on a statement; it is read again and counts once. */
    private static final Duration OVERLAP = Duration.ofDays(2);

    private static final Duration REMEMBERED = Duration.ofDays(90);
    private static final int AT_ONCE = 10_000;

    private final PaymentProvider provider;
    private final LedgerReader ledger;
    private final Suspense suspense;
    private final MongoCollection<Document> cursors;
    private final Clock clock;

    Reconcile(PaymentProvider provider, LedgerReader ledger, Suspense suspense, MongoDatabase database, Clock clock) {
        this.provider = provider;
        this.ledger = ledger;
        this.suspense = suspense;
        this.cursors = database.getCollection("cursors");
        this.clock = clock;
    }

    synchronized void run() {
        Instant now = clock.instant();
        ledger.readOn(line -> suspense.add(Suspense.Side.LEDGER, line, now));
        Instant since = readUntil().map(until -> until.minus(OVERLAP)).orElse(Instant.EPOCH);
        String page = null;
        do {
            Slice<StatementLine> lines = provider.statement(since, page, AT_ONCE);
            for (StatementLine line : lines.items()) {
                if (line.kind() != Kind.OWN) {
                    suspense.add(Suspense.Side.STATEMENT, line(line), now);
                }
            }
            page = lines.next();
        } while (page != null);
        Instant rememberedFrom = now.minus(REMEMBERED);
        suspense.forgetMatched(rememberedFrom);
        cursors.replaceOne(
                eq("_id", cursor()),
                new Document("_id", cursor())
                        .append("since", Date.from(now))
                        .append("rememberedFrom", Date.from(rememberedFrom)),
                new ReplaceOptions().upsert(true));
    }

    /** When the statement was last read to its end. */
    Optional<Instant> readUntil() {
        return Optional.ofNullable(cursors.find(eq("_id", cursor())).first())
                .map(found -> found.getDate("since").toInstant());
    }

    String provider() {
        return provider.name();
    }

    private String cursor() {
        return "statement of " + provider.name();
    }

    private static Line line(StatementLine line) {
        String kind = switch (line.kind()) {
            case CHARGE -> "charge";
            case REFUND -> "refund";
            case PAYOUT, PAYOUT_RETURNED -> "payout";
            case DISPUTE, DISPUTE_WON -> "dispute";
            case OTHER, OWN -> "other";
        };
        return new Line(kind, line.reference(), line.currency(), null, line.id(), line.minorUnits(), line.at());
    }
}
