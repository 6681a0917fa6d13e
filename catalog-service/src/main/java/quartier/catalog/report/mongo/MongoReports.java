package quartier.catalog.report.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;
import quartier.catalog.report.Outcome;
import quartier.catalog.report.Report;
import quartier.catalog.report.Reports;
import quartier.platform.store.DocumentMapper;

/** One document for each report. Nothing of it is told on the bus. */
@Component
final class MongoReports implements Reports {

    private final MongoCollection<Document> reports;
    private final DocumentMapper mapper;

    MongoReports(MongoDatabase database, DocumentMapper mapper) {
        this.reports = database.getCollection("reports");
        this.mapper = mapper;
        reports.createIndex(Indexes.ascending("outcome", "territoryPath", "at"));
        reports.createIndex(Indexes.ascending("reporter", "at"));
    }

    @Override
    public boolean insert(Report report) {
        try {
            reports.insertOne(document(report));
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }

    @Override
    public Optional<Report> find(String id) {
        return Optional.ofNullable(reports.find(eq("_id", id)).first()).map(this::report);
    }

    @Override
    public boolean close(Report closed) {
        return reports.replaceOne(and(eq("_id", closed.id()), eq("outcome", Outcome.OPEN.name())), document(closed))
                        .getMatchedCount()
                == 1;
    }

    @Override
    public long countBy(String reporter, Instant since) {
        return reports.countDocuments(and(eq("reporter", reporter), gte("at", Date.from(since))));
    }

    @Override
    public List<Report> list(List<String> territories, Outcome outcome, int limit) {
        return reports.find(and(eq("outcome", outcome.name()), in("territoryPath", territories)))
                .sort(ascending("at"))
                .limit(limit)
                .map(this::report)
                .into(new ArrayList<>());
    }

    @Override
    public List<String> territories() {
        return reports.distinct("territoryPath", String.class).into(new ArrayList<>());
    }

    private Document document(Report report) {
        Document document = mapper.toDocument(report);
        document.remove("id");
        return document.append("_id", report.id());
    }

    private Report report(Document document) {
        document.append("id", document.getString("_id"));
        return mapper.fromDocument(document, Report.class);
    }
}
