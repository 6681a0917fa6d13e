package quartier.pledge.audit;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;

/** The collection {@code audits}: the last audit of each mode. */
public final class FinishedAudits {

    private final MongoCollection<Document> collection;

    FinishedAudits(MongoDatabase database) {
        this.collection = database.getCollection("audits");
    }

    /** The one that finished last, of whatever mode. */
    public Optional<FinishedAudit> last() {
        return Stream.of(AuditMode.values())
                .flatMap(mode -> last(mode).stream())
                .max(Comparator.comparing(FinishedAudit::finishedAt));
    }

    Optional<FinishedAudit> last(AuditMode mode) {
        return Optional.ofNullable(collection.find(eq("_id", mode.name())).first())
                .map(document -> read(mode, document));
    }

    void put(FinishedAudit audit) {
        collection.replaceOne(
                eq("_id", audit.mode().name()),
                new Document("_id", audit.mode().name())
                        .append("startedAt", Date.from(audit.startedAt()))
                        .append("finishedAt", Date.from(audit.finishedAt()))
                        .append("campaigns", audit.campaigns())
                        .append(
                                "checks",
                                audit.results().stream()
                                        .map(FinishedAudits::document)
                                        .toList()),
                new ReplaceOptions().upsert(true));
    }

    private static Document document(AuditReport.Result result) {
        return new Document("number", result.check().number())
                .append("examined", result.examined())
                .append("findings", result.findings())
                .append("messages", result.messages());
    }

    private static FinishedAudit read(AuditMode mode, Document document) {
        List<AuditReport.Result> results = document.getList("checks", Document.class).stream()
                .map(check -> new AuditReport.Result(
                        Check.numbered(check.getInteger("number")),
                        check.getLong("examined"),
                        check.getLong("findings"),
                        check.getList("messages", String.class)))
                .toList();
        return new FinishedAudit(
                document.getDate("startedAt").toInstant(),
                document.getDate("finishedAt").toInstant(),
                mode,
                document.getInteger("campaigns"),
                results);
    }
}
