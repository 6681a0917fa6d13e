package quartier.catalog.call.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import quartier.catalog.call.Call;
import quartier.catalog.call.CallEvent;
import quartier.catalog.call.CallState;
import quartier.catalog.call.Calls;
import quartier.catalog.call.Cursor;
import quartier.catalog.call.Decision;
import quartier.catalog.call.Decision.Accepted;
import quartier.catalog.call.Page;
import quartier.catalog.call.Search;
import quartier.platform.outbox.OutboxRelay;
import quartier.platform.store.AggregateCollection;
import quartier.platform.store.Change;
import quartier.platform.store.DocumentMapper;
import quartier.platform.store.StoredAggregate;

/** One document for each call, with its unpublished events. The slug has a unique index of its own. */
@Component
final class MongoCalls implements Calls {

    private static final String SLUG = "state.slug";
    private static final String TERRITORY = "state.form.territory";
    private static final String OPENS = "state.form.opensAt";
    private static final String CLOSES = "state.form.closesAt";

    private final AggregateCollection aggregates;
    private final DocumentMapper mapper;
    private final CallOutbox outbox;

    MongoCalls(MongoDatabase database, OutboxRelay relay, DocumentMapper mapper, CallOutbox outbox) {
        MongoCollection<Document> calls = database.getCollection("calls");
        calls.createIndex(Indexes.ascending(SLUG), new IndexOptions().unique(true));
        calls.createIndex(Indexes.descending(TERRITORY, OPENS));
        this.aggregates = new AggregateCollection(calls, relay);
        this.mapper = mapper;
        this.outbox = outbox;
    }

    @Override
    public Optional<Call> find(String id) {
        return aggregates.find(id).map(this::call);
    }

    @Override
    public Optional<Call> findBySlug(String slug) {
        return aggregates.find(eq(SLUG, slug), ascending("_id"), 1).stream()
                .map(this::call)
                .findFirst();
    }

    @Override
    public Page list(Search search) {
        List<Call> found =
                aggregates
                        .find(filter(search), orderBy(descending(OPENS), ascending("_id")), search.limit() + 1)
                        .stream()
                        .map(this::call)
                        .toList();
        if (found.size() <= search.limit()) {
            return new Page(found, null);
        }
        List<Call> page = found.subList(0, search.limit());
        Call last = page.getLast();
        return new Page(page, new Cursor(last.form().opensAt(), last.id()));
    }

    @Override
    public boolean insert(Call announced) {
        return aggregates.insert(
                announced.id(), mapper.toDocument(announced), List.of(outbox.fact(announced, CallEvent.ANNOUNCED)));
    }

    @Override
    public Optional<Decision> change(String id, Function<Call, Decision> decide) {
        return aggregates.change(id, stored -> {
            Decision decision = decide.apply(call(stored));
            return decision instanceof Accepted(Call after, CallEvent event)
                    ? Change.to(mapper.toDocument(after), List.of(outbox.fact(after, event)), decision)
                    : Change.nothing(decision);
        });
    }

    private static Bson filter(Search search) {
        List<Bson> all = new ArrayList<>();
        if (search.territories() != null) {
            all.add(in(TERRITORY, search.territories()));
        }
        if (search.state() != null) {
            all.add(at(search.state(), Date.from(search.now())));
        }
        if (search.cursor() != null) {
            all.add(after(search.cursor()));
        }
        return all.isEmpty() ? empty() : and(all);
    }

    /** The same as {@link Call#stateAt}, in the store's language. */
    private static Bson at(CallState state, Date now) {
        return switch (state) {
            case ANNOUNCED -> and(gt(OPENS, now), gt(CLOSES, now));
            case OPEN -> and(lte(OPENS, now), gt(CLOSES, now));
            case CLOSED -> lte(CLOSES, now);
        };
    }

    private static Bson after(Cursor cursor) {
        Instant opens = cursor.opensAt();
        return or(lt(OPENS, Date.from(opens)), and(eq(OPENS, Date.from(opens)), gt("_id", cursor.id())));
    }

    private Call call(StoredAggregate stored) {
        return mapper.fromDocument(stored.state(), Call.class);
    }
}
