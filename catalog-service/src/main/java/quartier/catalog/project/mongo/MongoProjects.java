package quartier.catalog.project.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import quartier.catalog.project.Decision;
import quartier.catalog.project.Decision.Accepted;
import quartier.catalog.project.Decision.Rejected;
import quartier.catalog.project.Decision.Repeated;
import quartier.catalog.project.Project;
import quartier.catalog.project.ProjectIndex;
import quartier.catalog.project.ProjectState;
import quartier.catalog.project.Projects;
import quartier.platform.outbox.OutboxRelay;
import quartier.platform.store.AggregateCollection;
import quartier.platform.store.Change;
import quartier.platform.store.DocumentMapper;
import quartier.platform.store.StoredAggregate;

/**
 * One document for each project, with its unpublished events. The store's own version guards each write; it grows with
 * the history too, and so is not the project's version, which callers see.
 *
 * <p>Slugs stand in a collection of their own, by {@code _id}, so that a slug is never given twice and a former one
 * still finds its project. One that was reserved for a draft that was then not stored stays taken.
 */
@Component
final class MongoProjects implements Projects {

    private static final String LAUNCHED = "state.project.campaign.launchedAt";
    private static final String STATE = "state.project.state";
    private static final String PATH = "state.project.territoryPath";
    private static final String CALL = "state.project.form.call";
    private static final String TEAM = "state.project.team.mates.memberId";
    private static final String SILENT = "state.silentSince";
    private static final String OWNER = "state.project.owner.memberId";

    /** Of one owner, and of one review queue: more than a page can show. */
    private static final int MOST = 200;

    private static final int SLUG_ATTEMPTS = 10;

    private final AggregateCollection aggregates;
    private final MongoCollection<Document> slugs;
    private final DocumentMapper mapper;
    private final ProjectOutbox outbox;
    private final ProjectIndex index;
    private final MeterRegistry meters;

    MongoProjects(
            MongoDatabase database,
            OutboxRelay relay,
            DocumentMapper mapper,
            ProjectOutbox outbox,
            ProjectIndex index,
            MeterRegistry meters) {
        MongoCollection<Document> projects = database.getCollection("projects");
        projects.createIndex(Indexes.ascending(OWNER));
        projects.createIndex(Indexes.ascending(STATE, PATH));
        projects.createIndex(Indexes.ascending(CALL));
        projects.createIndex(Indexes.ascending(TEAM));
        projects.createIndex(Indexes.ascending(SILENT));
        this.aggregates = new AggregateCollection(projects, relay);
        this.slugs = database.getCollection("slugs");
        this.mapper = mapper;
        this.outbox = outbox;
        this.index = index;
        this.meters = meters;
    }

    @Override
    public Optional<Project> find(String id) {
        return aggregates.find(id).map(this::project);
    }

    @Override
    public Optional<Project> findBySlug(String slug) {
        return Optional.ofNullable(slugs.find(eq("_id", slug)).first())
                .flatMap(holder -> find(holder.getString("project")));
    }

    @Override
    public List<Project> findAll(Collection<String> ids) {
        return projects(in("_id", ids), ascending("_id"), ids.size());
    }

    @Override
    public void forEachPublic(Consumer<Project> reader) {
        aggregates.forEach(exists(LAUNCHED), stored -> reader.accept(project(stored)));
    }

    @Override
    public List<Project> answering(String call, int limit) {
        return projects(and(eq(CALL, call), exists(LAUNCHED)), descending(LAUNCHED), limit);
    }

    @Override
    public List<Project> ownedBy(String memberId) {
        return projects(or(eq(OWNER, memberId), eq(TEAM, memberId)), descending("state.project.creation.at"), MOST);
    }

    @Override
    public List<String> silentSinceBefore(Instant then, int limit) {
        return aggregates.find(lt(SILENT, Date.from(then)), ascending(SILENT), limit).stream()
                .map(StoredAggregate::id)
                .toList();
    }

    @Override
    public long countOwnedBy(String memberId) {
        return aggregates.count(eq(OWNER, memberId));
    }

    @Override
    public List<Project> inState(ProjectState state, List<String> territories) {
        return projects(
                and(eq(STATE, state.name()), in(PATH, territories)), ascending("state.project.submittedAt"), MOST);
    }

    @Override
    public boolean insert(Project draft) {
        return aggregates.insert(draft.id(), document(draft), List.of());
    }

    @Override
    public Optional<Decision> change(String id, Function<Project, Decision> decide) {
        Optional<Decision> decided = store(id, decide);
        // Other replicas hear of it from the bus; on this one a reader finds at once what was just written.
        decided.ifPresent(decision -> {
            if (decision instanceof Accepted(Project after, var events)) {
                index.put(after);
            }
        });
        return decided;
    }

    private Optional<Decision> store(String id, Function<Project, Decision> decide) {
        return aggregates.change(id, stored -> {
            Project before = project(stored);
            Decision decision = decide.apply(before);
            return switch (decision) {
                case Accepted(Project after, var events) ->
                    Change.to(document(after), outbox.facts(before, after, events), decision);
                case Rejected(Project after, var reason) -> {
                    meters.counter("quartier.projects.refused", "reason", reason.code())
                            .increment();
                    yield after.equals(before)
                            ? Change.nothing(decision)
                            : Change.to(document(after), List.of(), decision);
                }
                case Repeated(Project same) -> Change.nothing(decision);
            };
        });
    }

    @Override
    public String reserveSlug(String wanted, String projectId) {
        for (int attempt = 1; attempt <= SLUG_ATTEMPTS; attempt++) {
            String slug = attempt == 1 ? wanted : wanted + "-" + attempt;
            if (isFor(slug, projectId)) {
                return slug;
            }
        }
        String unique = wanted + "-" + projectId;
        isFor(unique, projectId);
        return unique;
    }

    private boolean isFor(String slug, String projectId) {
        try {
            slugs.insertOne(new Document("_id", slug).append("project", projectId));
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            Document holder = slugs.find(eq("_id", slug)).first();
            return holder != null && projectId.equals(holder.getString("project"));
        }
    }

    private List<Project> projects(Bson filter, Bson order, int limit) {
        return aggregates.find(filter, order, limit).stream().map(this::project).toList();
    }

    private Project project(StoredAggregate stored) {
        return mapper.fromDocument(stored.state(), StoredProject.class).project();
    }

    private Document document(Project project) {
        return mapper.toDocument(StoredProject.of(project));
    }
}
