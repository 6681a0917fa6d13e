package quartier.inkind.need.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import quartier.inkind.need.Decision;
import quartier.inkind.need.Need;
import quartier.inkind.need.NeedCursor;
import quartier.inkind.need.NeedEvent;
import quartier.inkind.need.NeedFilter;
import quartier.inkind.need.NeedPage;
import quartier.inkind.need.Needs;
import quartier.inkind.need.ProjectStanding;
import quartier.platform.outbox.OutboundEvent;
import quartier.platform.outbox.OutboxRelay;
import quartier.platform.store.AggregateCollection;
import quartier.platform.store.Change;
import quartier.platform.store.DocumentMapper;
import quartier.platform.store.StoredAggregate;

@Component
final class MongoNeeds implements Needs {

    /** No project has more; what a project publishes comes from one form. */
    private static final int MOST_NEEDS_OF_A_PROJECT = 500;

    private static final Bson LATEST_FIRST = Indexes.compoundIndex(descending("state.publishedAt"), ascending("_id"));

    private final AggregateCollection needs;
    private final DocumentMapper documents;
    private final NeedMessages messages;
    private final MeterRegistry meters;
    private final Clock clock;

    MongoNeeds(
            MongoDatabase database,
            OutboxRelay relay,
            DocumentMapper documents,
            NeedMessages messages,
            MeterRegistry meters,
            Clock clock) {
        MongoCollection<Document> collection = database.getCollection("needs");
        collection.createIndex(LATEST_FIRST);
        collection.createIndex(ascending("state.project.id"));
        collection.createIndex(ascending("state.project.owner"));
        collection.createIndex(Indexes.compoundIndex(ascending("state.project.territoryPath"), LATEST_FIRST));
        collection.createIndex(ascending("state.commitments.by"));
        this.needs = new AggregateCollection(collection, relay);
        this.documents = documents;
        this.messages = messages;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public Optional<Versioned> find(String needId) {
        return needs.find(needId).map(stored -> new Versioned(read(stored), stored.version()));
    }

    @Override
    public void publish(Need need) {
        List<NeedEvent> happened = List.of(new NeedEvent.NeedPublished());
        if (needs.insert(need.id(), write(need), messages.of(need, happened, 1, clock.instant()))) {
            count(happened);
        }
    }

    @Override
    public Optional<Decision> change(String needId, Function<Need, Decision> decide) {
        Optional<Decision> decision = needs.change(needId, stored -> switch (decide.apply(read(stored))) {
            case Decision.Changed changed ->
                Change.<Decision>to(write(changed.need()), outbox(stored, changed.need(), changed.events()), changed);
            case Decision.Unchanged unchanged -> Change.<Decision>nothing(unchanged);
            case Decision.Refused refused -> Change.<Decision>nothing(refused);
        });
        if (decision.isPresent() && decision.get() instanceof Decision.Changed changed) {
            count(changed.events());
        }
        return decision;
    }

    @Override
    public void projectStands(ProjectStanding now) {
        needs.find(eq("state.project.id", now.project()), ascending("_id"), MOST_NEEDS_OF_A_PROJECT)
                .forEach(stored -> tell(stored.id(), now));
    }

    private void tell(String needId, ProjectStanding now) {
        needs.change(
                needId,
                stored -> read(stored)
                        .projectStands(now.standing(), now.sequence())
                        .map(need -> Change.to(write(need), outbox(stored, need, List.of()), true))
                        .orElseGet(() -> Change.nothing(false)));
    }

    @Override
    public NeedPage list(NeedFilter filter) {
        List<Need> found = needs.find(conditions(filter), LATEST_FIRST, filter.limit() + 1).stream()
                .map(this::read)
                .toList();
        if (found.size() <= filter.limit()) {
            return new NeedPage(found, null);
        }
        Need last = found.get(filter.limit() - 1);
        return new NeedPage(found.subList(0, filter.limit()), new NeedCursor(last.publishedAt(), last.id()));
    }

    private static Bson conditions(NeedFilter filter) {
        List<Bson> all = new ArrayList<>();
        if (filter.project() != null) {
            all.add(eq("state.project.id", filter.project()));
        }
        if (filter.territory() != null) {
            all.add(eq("state.project.territoryPath", filter.territory()));
        }
        if (filter.kind() != null) {
            all.add(eq("state.kind", filter.kind().name()));
        }
        if (filter.open()) {
            all.add(eq("state.open", true));
        }
        if (filter.owner() != null) {
            all.add(eq("state.project.owner", filter.owner()));
        }
        if (filter.offeredBy() != null) {
            all.add(eq("state.commitments.by", filter.offeredBy()));
        }
        NeedCursor cursor = filter.cursor();
        if (cursor != null) {
            Date at = Date.from(cursor.publishedAt());
            all.add(or(lt("state.publishedAt", at), and(eq("state.publishedAt", at), gt("_id", cursor.id()))));
        }
        return all.isEmpty() ? empty() : and(all);
    }

    private List<OutboundEvent> outbox(StoredAggregate stored, Need need, List<NeedEvent> happened) {
        return messages.of(need, happened, stored.version() + 1, clock.instant());
    }

    private Need read(StoredAggregate stored) {
        return documents.fromDocument(stored.state(), NeedDocument.class).toNeed();
    }

    private Document write(Need need) {
        return documents.toDocument(NeedDocument.of(need));
    }

    private void count(List<NeedEvent> happened) {
        for (NeedEvent event : happened) {
            meters.counter("quartier.inkind.events", "event", event.getClass().getSimpleName())
                    .increment();
        }
    }
}
