package quartier.catalog.contest.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import quartier.catalog.contest.Kept;
import quartier.catalog.contest.OfACall;
import quartier.catalog.contest.Outcome;
import quartier.platform.outbox.OutboundEvent;
import quartier.platform.outbox.OutboxRelay;
import quartier.platform.store.AggregateCollection;
import quartier.platform.store.Change;
import quartier.platform.store.DocumentMapper;
import quartier.platform.store.StaleAggregateException;
import quartier.platform.store.StoredAggregate;

/** One document for each thing, found by its id or by its call's. */
final class MongoKept<T extends OfACall> implements Kept<T> {

    private static final String CALL = "state.call";
    private static final int ALL = 100_000;

    private final AggregateCollection aggregates;
    private final DocumentMapper mapper;
    private final Class<T> type;
    private final Function<T, List<OutboundEvent>> told;

    /** @param told what is told when one is written for the first time */
    MongoKept(
            MongoCollection<Document> collection,
            OutboxRelay relay,
            DocumentMapper mapper,
            Class<T> type,
            Function<T, List<OutboundEvent>> told) {
        collection.createIndex(Indexes.ascending(CALL));
        this.aggregates = new AggregateCollection(collection, relay);
        this.mapper = mapper;
        this.type = type;
        this.told = told;
    }

    @Override
    public Optional<T> find(String id) {
        return aggregates.find(id).map(this::read);
    }

    @Override
    public List<T> of(String call) {
        return aggregates.find(eq(CALL, call), ascending("_id"), ALL).stream()
                .map(this::read)
                .toList();
    }

    @Override
    public Outcome<T> change(T fresh, Function<T, Outcome<T>> decide) {
        return changed(fresh.id(), decide)
                .or(() -> begun(fresh, decide))
                .or(() -> changed(fresh.id(), decide))
                .orElseThrow(() -> new StaleAggregateException(type.getSimpleName(), fresh.id()));
    }

    private Optional<Outcome<T>> changed(String id, Function<T, Outcome<T>> decide) {
        return aggregates.change(id, stored -> {
            T before = read(stored);
            Outcome<T> outcome = decide.apply(before);
            return outcome instanceof Outcome.Done<T>(T after) && !after.equals(before)
                    ? Change.to(mapper.toDocument(after), List.of(), outcome)
                    : Change.nothing(outcome);
        });
    }

    /** Empty when somebody else began at the same moment. */
    private Optional<Outcome<T>> begun(T fresh, Function<T, Outcome<T>> decide) {
        Outcome<T> outcome = decide.apply(fresh);
        return switch (outcome) {
            case Outcome.Done<T>(T first) ->
                aggregates.insert(first.id(), mapper.toDocument(first), told.apply(first))
                        ? Optional.of(outcome)
                        : Optional.empty();
            case Outcome.Refused<T> refused -> Optional.of(outcome);
        };
    }

    private T read(StoredAggregate stored) {
        return mapper.fromDocument(stored.state(), type);
    }
}
