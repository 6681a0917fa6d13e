package quartier.notification.notice.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import quartier.notification.notice.Announcement;
import quartier.notification.notice.NoticeKind;
import quartier.notification.notice.Project;
import quartier.notification.notice.Projects;

/** One document for each project: what was heard of it, and the announcements about it. */
@Component
final class MongoProjects implements Projects {

    /** Long after the last late event; it keeps the documents small. */
    private static final Duration ANNOUNCEMENTS_KEPT = Duration.ofDays(30);

    private final MongoCollection<Document> projects;

    MongoProjects(MongoDatabase database) {
        projects = database.getCollection("projects");
        projects.createIndex(Indexes.ascending("territoryPath", "owner"));
    }

    @Override
    public Optional<Project> find(String id) {
        return Optional.ofNullable(projects.find(eq("_id", id)).first()).map(MongoProjects::read);
    }

    @Override
    public Map<String, Project> findAll(Collection<String> ids) {
        Map<String, Project> found = new HashMap<>();
        if (!ids.isEmpty()) {
            projects.find(in("_id", ids)).map(MongoProjects::read).forEach(project -> found.put(project.id(), project));
        }
        return found;
    }

    @Override
    public void keep(Project heard, long sequence) {
        ensure(heard.id());
        Bson facts = Updates.combine(
                Updates.set("title", heard.title()),
                Updates.set("slug", heard.slug()),
                Updates.set("owner", heard.owner()),
                Updates.set("territoryPath", heard.territoryPath()),
                Updates.set("sequence", sequence));
        projects.updateOne(and(eq("_id", heard.id()), or(exists("sequence", false), lt("sequence", sequence))), facts);
        if (heard.open()) {
            projects.updateOne(eq("_id", heard.id()), Updates.set("open", true));
        }
    }

    @Override
    public Set<String> ownersIn(String territory) {
        return projects.distinct("owner", eq("territoryPath", territory), String.class)
                .into(new LinkedHashSet<>());
    }

    @Override
    public void record(Announcement announcement) {
        ensure(announcement.project());
        projects.updateOne(
                and(eq("_id", announcement.project()), ne("announced.fact", announcement.factId())),
                Updates.push(
                        "announced",
                        new Document("fact", announcement.factId())
                                .append("kind", announcement.kind().name())
                                .append("arguments", Arguments.toDocuments(announcement.arguments()))
                                .append("at", Date.from(announcement.at()))
                                .append("told", false)));
    }

    @Override
    public boolean isTold(String project, String factId) {
        Document document = projects.find(eq("_id", project)).first();
        return document != null
                && announced(document).stream()
                        .anyMatch(one -> factId.equals(one.getString("fact")) && one.getBoolean("told", false));
    }

    @Override
    public void told(Announcement announcement) {
        projects.updateOne(
                and(eq("_id", announcement.project()), eq("announced.fact", announcement.factId())),
                Updates.set("announced.$.told", true));
        var forgotten = new Document(
                        "at", new Document("$lt", Date.from(announcement.at().minus(ANNOUNCEMENTS_KEPT))))
                .append("told", true)
                // Told once in a campaign's life, however long that is.
                .append("kind", new Document("$ne", NoticeKind.HALF_WAY.name()));
        projects.updateOne(eq("_id", announcement.project()), Updates.pull("announced", forgotten));
    }

    @Override
    public List<Announcement> announced(String project) {
        Document document = projects.find(eq("_id", project)).first();
        return document == null
                ? List.of()
                : announced(document).stream()
                        .map(one -> new Announcement(
                                one.getString("fact"),
                                project,
                                NoticeKind.valueOf(one.getString("kind")),
                                Arguments.fromDocuments(one),
                                one.getDate("at").toInstant()))
                        .toList();
    }

    private void ensure(String id) {
        projects.updateOne(eq("_id", id), Updates.setOnInsert("open", false), new UpdateOptions().upsert(true));
    }

    private static List<Document> announced(Document document) {
        return document.getList("announced", Document.class, List.of());
    }

    private static Project read(Document document) {
        return new Project(
                document.getString("_id"),
                document.getString("title"),
                document.getString("slug"),
                document.getString("owner"),
                document.getBoolean("open", false),
                document.getList("territoryPath", String.class, List.of()));
    }
}
