package quartier.pledge.audit;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.regex;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The collections of reconciliation, as documents: what it makes of them itself is not believed. */
final class MongoComparisons implements Comparisons {

    private final MongoCollection<Document> lines;
    private final MongoCollection<Document> pages;
    private final MongoCollection<Document> cursors;

    MongoComparisons(MongoDatabase database) {
        this.lines = database.getCollection("reconciliation");
        this.pages = database.getCollection("reconciliation-pages");
        this.cursors = database.getCollection("cursors");
    }

    @Override
    public long page(String campaign) {
        Document position = pages.find(eq("_id", campaign)).first();
        return position == null ? 0 : position.getLong("page");
    }

    @Override
    public Instant rememberedFrom() {
        Instant from = Instant.MIN;
        for (Document cursor : cursors.find(regex("_id", "^statement of "))) {
            Date forgotten = cursor.getDate("rememberedFrom");
            from = forgotten != null && forgotten.toInstant().isAfter(from) ? forgotten.toInstant() : from;
        }
        return from;
    }

    @Override
    public long count() {
        return lines.countDocuments();
    }

    @Override
    public void ofCampaign(String campaign, Consumer<Compared> to) {
        forEach(eq("campaign", campaign), to);
    }

    @Override
    public void ofNoCampaign(Consumer<Compared> to) {
        forEach(exists("campaign", false), to);
    }

    private void forEach(Bson filter, Consumer<Compared> to) {
        lines.find(filter)
                .map(document -> new Compared(
                        document.getString("_id"),
                        Objects.requireNonNullElse(document.getLong("difference"), 0L),
                        document.getDate("since") == null
                                ? null
                                : document.getDate("since").toInstant(),
                        movements(document, "statement"),
                        movements(document, "ledger")))
                .forEach(to);
    }

    private static List<Movement> movements(Document document, String side) {
        return document.getList(side, Document.class, List.of()).stream()
                .map(movement -> new Movement(movement.getString("id"), movement.getLong("minorUnits")))
                .toList();
    }
}
