package quartier.catalog.delivery.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.springframework.stereotype.Component;
import quartier.catalog.delivery.Backed;
import quartier.catalog.delivery.Parcel;
import quartier.catalog.delivery.RewardNews;
import quartier.platform.outbox.OutboundEvent;
import quartier.platform.outbox.OutboxRelay;
import quartier.platform.store.DocumentMapper;

/**
 * Moves what is marked as untold into the outbox of its project: one document for each project, so that looking for what
 * waits does not cost more with each pledge. A crash before the mark is taken away tells the same again, under the same
 * ids.
 */
@Component
final class MongoRewardNews implements RewardNews {

    /** On parcels and surveys: the project's id while something is to be told. */
    static final String UNTOLD = "untold";

    /** On surveys: how often its backers were asked, and when they were last. */
    static final String EDITION = "edition";

    static final String ASKED_AT = "askedAt";

    /** Who has the reward, or will have it before an answer could matter, is not asked for anything. */
    private static final List<String> OPEN = List.of(Parcel.State.AWAITED.name(), Parcel.State.PREPARED.name());

    private static final int AT_ONCE = 500;

    private final MongoCollection<Document> parcels;
    private final MongoCollection<Document> surveys;
    private final MongoCollection<Document> deliveries;
    private final OutboxRelay relay;
    private final RewardOutbox outbox;
    private final DocumentMapper mapper;
    private final Clock clock;

    MongoRewardNews(
            MongoDatabase database, OutboxRelay relay, RewardOutbox outbox, DocumentMapper mapper, Clock clock) {
        this.parcels = database.getCollection("parcels");
        this.surveys = database.getCollection("surveys");
        this.deliveries = database.getCollection("deliveries");
        this.relay = relay;
        this.outbox = outbox;
        this.mapper = mapper;
        this.clock = clock;
        parcels.createIndex(Indexes.ascending(UNTOLD), new IndexOptions().sparse(true));
        surveys.createIndex(Indexes.ascending(UNTOLD), new IndexOptions().sparse(true));
        deliveries.createIndex(Indexes.ascending("outbox.id"), new IndexOptions().sparse(true));
    }

    @Override
    public List<String> waiting() {
        Set<String> projects = new LinkedHashSet<>();
        parcels.distinct(UNTOLD, String.class).into(projects);
        surveys.distinct(UNTOLD, String.class).into(projects);
        return List.copyOf(projects);
    }

    @Override
    public void tell(Backed project) {
        if (project.delivering()) {
            surveys.find(eq(UNTOLD, project.id()))
                    .into(new ArrayList<Document>())
                    .forEach(survey -> tell(project, survey));
        }
        List<Parcel> some = untold(project);
        while (!some.isEmpty()) {
            put(
                    project,
                    some.stream()
                            .flatMap(parcel -> outbox.step(parcel, project).stream())
                            .toList());
            for (Parcel.State state : Parcel.State.values()) {
                done(state, some);
            }
            some = untold(project);
        }
    }

    private List<Parcel> untold(Backed project) {
        return parcels.find(eq(UNTOLD, project.id()))
                .limit(AT_ONCE)
                .map(document -> mapper.fromDocument(document, Parcel.class))
                .into(new ArrayList<>());
    }

    /** Whatever took a further step meanwhile stays marked. */
    private void done(Parcel.State state, List<Parcel> told) {
        List<String> pledges = told.stream()
                .filter(parcel -> parcel.state() == state)
                .map(Parcel::pledge)
                .toList();
        if (!pledges.isEmpty()) {
            parcels.updateMany(and(in("_id", pledges), eq("state", state.name())), Updates.unset(UNTOLD));
        }
    }

    private void tell(Backed project, Document survey) {
        String tier = survey.getString("tier");
        long edition = survey.getLong(EDITION);
        List<String> members = parcels
                .find(and(
                        eq("project", project.id()),
                        eq("tier", tier),
                        eq("due", true),
                        eq("detailed", false),
                        in("state", OPEN)))
                .map(parcel -> parcel.getString("backer"))
                .into(new LinkedHashSet<String>())
                .stream()
                .toList();
        Instant now = clock.instant();
        boolean addressAlone = survey.getList("questions", Document.class).isEmpty();
        put(project, outbox.asked(project, tier, edition, now, addressAlone, members));
        surveys.updateOne(
                and(eq("_id", survey.get("_id")), eq(EDITION, edition)),
                Updates.combine(Updates.unset(UNTOLD), Updates.set(ASKED_AT, Date.from(now))));
    }

    private void put(Backed project, List<OutboundEvent> events) {
        if (!events.isEmpty()) {
            deliveries.updateOne(
                    eq("_id", project.id()),
                    Updates.pushEach(
                            "outbox",
                            events.stream().map(OutboundEvent::toDocument).toList()),
                    new UpdateOptions().upsert(true));
            relay.announce(deliveries, project.id());
        }
    }
}
