package quartier.pledge.reconciliation;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.bson.Document;
import quartier.pledge.escrow.journal.StoredJournal;

/**
 * Reads on in the journal of each campaign from where it stopped the last time. How far it came is written after the
 * lines were taken: after a crash in between they are told again, and counted once.
 */
final class LedgerReader {

    private static final int PAGES_AT_ONCE = 64;

    private final StoredJournal journal;
    private final MongoCollection<Document> escrows;
    private final MongoCollection<Document> positions;

    LedgerReader(MongoDatabase database) {
        this.journal = new StoredJournal(database);
        this.escrows = database.getCollection("escrows");
        this.positions = database.getCollection("reconciliation-pages");
    }

    void readOn(Consumer<Line> to) {
        var campaigns = escrows.find()
                .projection(Projections.include("projectedPage", "currency"))
                .into(new ArrayList<>());
        campaigns.forEach(campaign -> readOn(campaign, to));
    }

    private void readOn(Document escrow, Consumer<Line> to) {
        String campaign = escrow.getString("_id");
        String currency = escrow.getString("currency");
        long last = Objects.requireNonNullElse(escrow.getLong("projectedPage"), 0L);
        Document position = positions.find(eq("_id", campaign)).first();
        long page = position == null ? 0 : position.getLong("page");
        if (currency == null || page >= last) {
            return;
        }
        Map<String, String> payouts = new HashMap<>();
        if (position != null) {
            position.get("payouts", new Document()).forEach((id, key) -> payouts.put(id, String.valueOf(key)));
        }
        while (page < last) {
            long until = Math.min(last, page + PAGES_AT_ONCE);
            List<Long> wanted = LongStream.rangeClosed(page + 1, until).boxed().toList();
            for (StoredJournal.StoredPage stored : journal.read(campaign, wanted)) {
                new LedgerLines(campaign, currency, payouts).of(stored.page()).forEach(to);
            }
            page = until;
            positions.replaceOne(
                    eq("_id", campaign),
                    new Document("_id", campaign).append("page", page).append("payouts", new Document(payouts)),
                    new ReplaceOptions().upsert(true));
        }
    }
}
