package quartier.support.supporter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.platform.outbox.OutboxRelay;
import quartier.platform.store.AggregateCollection;
import quartier.platform.store.Change;
import quartier.platform.store.DocumentMapper;
import quartier.platform.store.StoredAggregate;
import quartier.support.supporter.Agent;
import quartier.support.supporter.Judgement;
import quartier.support.supporter.Supporter;
import quartier.support.supporter.SupporterState;
import quartier.support.supporter.Supporters;

@Component
final class MongoSupporters implements Supporters {

    /** One person has a handful. */
    private static final int MOST_OF_ONE_AGENT = 100;

    private final AggregateCollection supporters;
    private final DocumentMapper documents;
    private final SupporterMessages messages;
    private final Clock clock;

    MongoSupporters(
            MongoDatabase database,
            OutboxRelay relay,
            DocumentMapper documents,
            SupporterMessages messages,
            Clock clock) {
        MongoCollection<Document> collection = database.getCollection("supporters");
        collection.createIndex(ascending("state.registration"), new IndexOptions().unique(true));
        collection.createIndex(ascending("state.registeredBy"));
        collection.createIndex(ascending("state.agents"));
        this.supporters = new AggregateCollection(collection, relay);
        this.documents = documents;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public boolean add(Supporter supporter) {
        return supporters.insert(supporter.id(), write(supporter), messages.of(supporter, 1, clock.instant()));
    }

    @Override
    public Optional<Versioned> find(String id) {
        return supporters.find(id).map(stored -> new Versioned(read(stored), stored.version()));
    }

    @Override
    public Optional<Supporter> registeredAs(String registration) {
        return list(eq("state.registration", registration), 1).stream().findFirst();
    }

    @Override
    public Optional<Judgement> change(String id, Function<Supporter, Judgement> decide) {
        return supporters.change(id, stored -> switch (decide.apply(read(stored))) {
            case Judgement.Changed changed ->
                Change.<Judgement>to(
                        write(changed.supporter()),
                        messages.of(changed.supporter(), stored.version() + 1, clock.instant()),
                        changed);
            case Judgement.Unchanged unchanged -> Change.<Judgement>nothing(unchanged);
            case Judgement.WrongState wrong -> Change.<Judgement>nothing(wrong);
        });
    }

    @Override
    public List<Supporter> list(@Nullable SupporterState state, @Nullable String after, int limit) {
        List<Bson> conditions = new ArrayList<>();
        if (state != null) {
            conditions.add(eq("state.state", state.name()));
        }
        if (after != null) {
            conditions.add(gt("_id", after));
        }
        return list(conditions.isEmpty() ? empty() : and(conditions), limit);
    }

    @Override
    public List<Supporter> of(Agent agent) {
        return list(
                or(
                        eq("state.registeredBy", agent.member()),
                        eq("state.agents", agent.member()),
                        in("_id", agent.organisations())),
                MOST_OF_ONE_AGENT);
    }

    private List<Supporter> list(Bson filter, int limit) {
        return supporters.find(filter, ascending("_id"), limit).stream()
                .map(this::read)
                .toList();
    }

    private Supporter read(StoredAggregate stored) {
        return documents.fromDocument(stored.state(), SupporterDocument.class).toSupporter();
    }

    private Document write(Supporter supporter) {
        return documents.toDocument(SupporterDocument.of(supporter));
    }
}
