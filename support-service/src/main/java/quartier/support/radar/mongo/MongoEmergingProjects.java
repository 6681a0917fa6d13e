package quartier.support.radar.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import quartier.platform.store.DocumentMapper;
import quartier.support.radar.CampaignState;
import quartier.support.radar.CampaignTotals;
import quartier.support.radar.EmergingProject;
import quartier.support.radar.EmergingProjects;
import quartier.support.radar.LaunchedProject;
import quartier.support.radar.OpenNeed;
import quartier.support.radar.RadarCriteria;
import quartier.support.radar.Standing;

/**
 * One document for each project, with three parts that are heard of separately: {@code launched}, {@code standing} and
 * {@code totals}, the latter two beside the sequence of the event they come from. A part may come before the others;
 * a project shows once its launch is known.
 */
@Component
final class MongoEmergingProjects implements EmergingProjects {

    private static final Bson LATEST_FIRST = Indexes.compoundIndex(descending("launched.launchedAt"), ascending("_id"));

    private final MongoCollection<Document> projects;
    private final MongoCollection<Document> needs;
    private final DocumentMapper documents;

    MongoEmergingProjects(MongoDatabase database, DocumentMapper documents) {
        this.projects = database.getCollection("projects");
        this.needs = database.getCollection("needs");
        this.documents = documents;
        projects.createIndex(LATEST_FIRST);
        projects.createIndex(Indexes.compoundIndex(ascending("launched.territoryPath"), LATEST_FIRST));
        needs.createIndex(ascending("need.project"));
    }

    @Override
    public void launched(LaunchedProject project, long sequence) {
        projects.updateOne(
                eq("_id", project.id()),
                set("launched", documents.toDocument(project)),
                new UpdateOptions().upsert(true));
        stands(project.id(), Standing.RUNNING, sequence);
        collected(project.id(), CampaignTotals.noneYet(), -1);
    }

    @Override
    public void stands(String project, Standing standing, long sequence) {
        ifNewer(projects, project, "standingSequence", sequence, set("standing", standing.name()));
    }

    @Override
    public void collected(String project, CampaignTotals totals, long sequence) {
        ifNewer(projects, project, "totalsSequence", sequence, set("totals", documents.toDocument(totals)));
    }

    @Override
    public void collectionIs(String project, CampaignState state, long sequence) {
        collected(project, CampaignTotals.noneYet(), -1); // so that there are sums beside the state
        ifNewer(projects, project, "totalsSequence", sequence, set("totals.state", state.name()));
    }

    @Override
    public void needs(OpenNeed need, long sequence) {
        ifNewer(needs, need.id(), "sequence", sequence, set("need", documents.toDocument(need)));
    }

    private static void ifNewer(
            MongoCollection<Document> collection, String id, String counter, long sequence, Bson change) {
        try {
            collection.updateOne(
                    and(eq("_id", id), or(exists(counter, false), lt(counter, sequence))),
                    combine(change, set(counter, sequence)),
                    new UpdateOptions().upsert(true));
        } catch (MongoWriteException refused) {
            // Nothing matched because something newer is there, so the insertion found the id taken.
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
        }
    }

    @Override
    public Optional<EmergingProject> find(String project) {
        return find(List.of(project)).stream().findFirst();
    }

    @Override
    public List<EmergingProject> find(Collection<String> ids) {
        return projects.find(and(in("_id", ids), exists("launched")))
                .map(this::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<EmergingProject> search(RadarCriteria criteria) {
        List<Bson> all = new ArrayList<>();
        all.add(exists("launched"));
        all.add(eq("standing", Standing.RUNNING.name()));
        all.add(in("totals.state", CampaignState.LIVE.name(), CampaignState.FUNDED.name()));
        if (criteria.territory() != null) {
            all.add(eq("launched.territoryPath", criteria.territory()));
        }
        if (criteria.theme() != null) {
            all.add(eq("launched.theme", criteria.theme()));
        }
        all.add(
                criteria.minimumPercent() == null
                        ? atLeast("totals.percent", "launched.minimumPercent")
                        : gte("totals.percent", criteria.minimumPercent()));
        all.add(
                criteria.minimumBackers() == null
                        ? atLeast("totals.backers", "launched.minimumBackers")
                        : gte("totals.backers", criteria.minimumBackers()));
        if (criteria.after() != null) {
            Date at = Date.from(criteria.after().launchedAt());
            all.add(or(
                    lt("launched.launchedAt", at),
                    and(
                            eq("launched.launchedAt", at),
                            gt("_id", criteria.after().id()))));
        }
        return projects.find(and(all))
                .sort(LATEST_FIRST)
                .limit(criteria.limit())
                .map(this::read)
                .into(new ArrayList<>());
    }

    private static Bson atLeast(String field, String otherField) {
        return Filters.expr(new Document("$gte", List.of("$" + field, "$" + otherField)));
    }

    @Override
    public List<OpenNeed> openNeedsOf(Collection<String> ids) {
        return needs.find(and(in("need.project", ids), eq("need.open", true)))
                .sort(ascending("_id"))
                .map(found -> documents.fromDocument(found.get("need", Document.class), OpenNeed.class))
                .into(new ArrayList<>());
    }

    private EmergingProject read(Document found) {
        Document totals = found.get("totals", Document.class);
        String standing = found.getString("standing");
        return new EmergingProject(
                documents.fromDocument(found.get("launched", Document.class), LaunchedProject.class),
                standing == null ? Standing.RUNNING : Standing.valueOf(standing),
                totals == null ? CampaignTotals.noneYet() : documents.fromDocument(totals, CampaignTotals.class));
    }
}
