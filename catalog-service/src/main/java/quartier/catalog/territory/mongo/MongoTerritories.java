package quartier.catalog.territory.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.catalog.territory.Centre;
import quartier.catalog.territory.Territories;
import quartier.catalog.territory.Territory;
import quartier.platform.outbox.OutboundEvent;
import quartier.platform.outbox.OutboundEvents;
import quartier.platform.outbox.OutboxRelay;
import quartier.platform.store.AggregateCollection;
import quartier.platform.store.DocumentMapper;
import quartier.platform.store.StoredAggregate;

/**
 * One document for each territory, with its unpublished events. Host names stand in a collection of their own, by
 * {@code _id}, so that two windows never have the same one.
 */
@Component
final class MongoTerritories implements Territories {

    static final String TERRITORIES = "quartier.catalog.territories";

    private static final int MOST = 1_000;

    /** The data of {@code quartier.territory.changed.v1}; a public contract that only grows. */
    record TerritoryFact(
            String territory,
            NameFact name,
            String kind,
            @Nullable String parent,
            List<String> path,
            @Nullable String inseeCode,
            String standing,
            @Nullable Integer population,
            @Nullable Centre centre,
            List<String> hosts) {}

    record NameFact(String fr, String en) {}

    private final AggregateCollection aggregates;
    private final MongoCollection<Document> hosts;
    private final DocumentMapper mapper;
    private final OutboundEvents events;
    private final Clock clock;

    MongoTerritories(
            MongoDatabase database, OutboxRelay relay, DocumentMapper mapper, OutboundEvents events, Clock clock) {
        this.aggregates = new AggregateCollection(database.getCollection("territories"), relay);
        this.hosts = database.getCollection("hosts");
        this.mapper = mapper;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Optional<Territory> find(String id) {
        return aggregates.find(id).map(this::territory);
    }

    @Override
    public List<Territory> all() {
        return aggregates.find(empty(), ascending("_id"), MOST).stream()
                .map(this::territory)
                .toList();
    }

    @Override
    public boolean insert(Territory first) {
        return aggregates.insert(first.id(), mapper.toDocument(first), List.of(changed(first)));
    }

    @Override
    public boolean replace(Territory next) {
        return aggregates.replace(next.id(), next.version() - 1, mapper.toDocument(next), List.of(changed(next)));
    }

    @Override
    public boolean claimHost(String host, String territory) {
        try {
            hosts.insertOne(new Document("_id", host).append("territory", territory));
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw refused;
            }
            Document holder = hosts.find(eq("_id", host)).first();
            return holder != null && territory.equals(holder.getString("territory"));
        }
    }

    @Override
    public void releaseHost(String host, String territory) {
        hosts.deleteOne(and(eq("_id", host), eq("territory", territory)));
    }

    private Territory territory(StoredAggregate stored) {
        return mapper.fromDocument(stored.state(), Territory.class);
    }

    private OutboundEvent changed(Territory territory) {
        return events.event(
                TERRITORIES,
                "quartier.territory.changed.v1",
                territory.id(),
                territory.version(),
                clock.instant(),
                new TerritoryFact(
                        territory.id(),
                        new NameFact(territory.name().fr(), territory.name().en()),
                        territory.kind().id(),
                        territory.parent(),
                        territory.path(),
                        territory.inseeCode(),
                        territory.standing().id(),
                        territory.population(),
                        territory.centre(),
                        territory.window().hosts()));
    }
}
