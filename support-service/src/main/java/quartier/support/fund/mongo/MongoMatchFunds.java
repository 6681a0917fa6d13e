package quartier.support.fund.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
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
import quartier.support.fund.AllowanceState;
import quartier.support.fund.Decision;
import quartier.support.fund.FundState;
import quartier.support.fund.MatchFund;
import quartier.support.fund.MatchFunds;

/** One document for each fund: that its allowances stay within its budget is one guarded write. */
@Component
final class MongoMatchFunds implements MatchFunds {

    /** A campaign has a handful of sponsors. */
    private static final int MOST_OF_ONE_CAMPAIGN = 100;

    private final AggregateCollection funds;
    private final DocumentMapper documents;
    private final AllowanceMessages messages;
    private final MeterRegistry meters;
    private final Clock clock;

    MongoMatchFunds(
            MongoDatabase database,
            OutboxRelay relay,
            DocumentMapper documents,
            AllowanceMessages messages,
            MeterRegistry meters,
            Clock clock) {
        MongoCollection<Document> collection = database.getCollection("funds");
        collection.createIndex(ascending("state.sponsor.id", "_id"));
        collection.createIndex(ascending("state.state", "_id"));
        collection.createIndex(ascending("state.allowances.campaign"));
        this.funds = new AggregateCollection(collection, relay);
        this.documents = documents;
        this.messages = messages;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public boolean add(MatchFund fund) {
        return funds.insert(fund.id(), write(fund), List.of());
    }

    @Override
    public Optional<MatchFund> find(String id) {
        return funds.find(id).map(this::read);
    }

    @Override
    public List<String> promisingTo(String campaign) {
        Bson promise = and(eq("campaign", campaign), ne("state", AllowanceState.RELEASED.name()));
        return funds.find(elemMatch("state.allowances", promise), ascending("_id"), MOST_OF_ONE_CAMPAIGN).stream()
                .map(StoredAggregate::id)
                .toList();
    }

    @Override
    public Optional<Decision> change(String id, Function<MatchFund, Decision> decide) {
        Optional<Decision> decision = funds.change(id, stored -> switch (decide.apply(read(stored))) {
            case Decision.Changed changed ->
                Change.<Decision>to(
                        write(changed.fund()),
                        messages.of(changed.fund(), changed.announced(), stored.version() + 1, clock.instant()),
                        changed);
            case Decision.Unchanged unchanged -> Change.<Decision>nothing(unchanged);
            case Decision.Refused refused -> Change.<Decision>nothing(refused);
        });
        if (decision.isPresent() && decision.get() instanceof Decision.Changed changed) {
            changed.announced()
                    .forEach(allowance -> meters.counter(
                                    "quartier.support.allowances", "event", allowance.isOpen() ? "granted" : "closed")
                            .increment());
        }
        return decision;
    }

    @Override
    public List<MatchFund> list(
            @Nullable String sponsor, @Nullable FundState state, @Nullable String after, int limit) {
        List<Bson> conditions = new ArrayList<>();
        if (sponsor != null) {
            conditions.add(eq("state.sponsor.id", sponsor));
        }
        if (state != null) {
            conditions.add(eq("state.state", state.name()));
        }
        if (after != null) {
            conditions.add(gt("_id", after));
        }
        return funds.find(conditions.isEmpty() ? empty() : and(conditions), ascending("_id"), limit).stream()
                .map(this::read)
                .toList();
    }

    private MatchFund read(StoredAggregate stored) {
        return documents.fromDocument(stored.state(), FundDocument.class).toFund();
    }

    private Document write(MatchFund fund) {
        return documents.toDocument(FundDocument.of(fund));
    }
}
