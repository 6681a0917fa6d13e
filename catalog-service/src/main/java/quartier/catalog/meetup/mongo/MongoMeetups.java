package quartier.catalog.meetup.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import quartier.catalog.meetup.Decision;
import quartier.catalog.meetup.Decision.Accepted;
import quartier.catalog.meetup.Meetup;
import quartier.catalog.meetup.MeetupEvent;
import quartier.catalog.meetup.Meetups;
import quartier.platform.outbox.OutboxRelay;
import quartier.platform.store.AggregateCollection;
import quartier.platform.store.Change;
import quartier.platform.store.DocumentMapper;
import quartier.platform.store.StoredAggregate;

/**
 * One document for each meetup with all who signed up. Whoever wants a place at the same moment waits in line within a
 * replica, and the guarded write decides between replicas: the line is only for speed.
 */
@Component
final class MongoMeetups implements Meetups {

    private static final String SLUG = "state.slug";
    private static final String TERRITORY = "state.form.territory";
    private static final String STARTS = "state.form.startsAt";
    private static final String ENDS = "state.form.endsAt";
    private static final int AT_ONCE = 100;

    private final AggregateCollection aggregates;
    private final DocumentMapper mapper;
    private final MeetupOutbox outbox;
    private final List<ReentrantLock> lines =
            IntStream.range(0, 64).mapToObj(line -> new ReentrantLock()).toList();

    MongoMeetups(MongoDatabase database, OutboxRelay relay, DocumentMapper mapper, MeetupOutbox outbox) {
        MongoCollection<Document> meetups = database.getCollection("meetups");
        meetups.createIndex(Indexes.ascending(SLUG), new IndexOptions().unique(true));
        meetups.createIndex(Indexes.ascending(TERRITORY, ENDS));
        this.aggregates = new AggregateCollection(meetups, relay);
        this.mapper = mapper;
        this.outbox = outbox;
    }

    @Override
    public Optional<Meetup> find(String id) {
        return aggregates.find(id).map(this::meetup);
    }

    @Override
    public Optional<Meetup> findBySlug(String slug) {
        return some(eq(SLUG, slug), ascending("_id"), 1).stream().findFirst();
    }

    @Override
    public List<Meetup> coming(@Nullable List<String> territories, Instant after, int limit) {
        Bson later = gt(ENDS, Date.from(after));
        return some(
                territories == null ? later : and(in(TERRITORY, territories), later), ascending(STARTS, "_id"), limit);
    }

    @Override
    public List<Meetup> toRemind(Instant from, Instant until) {
        return some(
                and(
                        gt(STARTS, Date.from(from)),
                        lte(STARTS, Date.from(until)),
                        not(exists("state.remindedAt")),
                        not(exists("state.cancelled"))),
                ascending(STARTS),
                AT_ONCE);
    }

    @Override
    public boolean insert(Meetup announced) {
        return aggregates.insert(
                announced.id(),
                mapper.toDocument(announced),
                outbox.facts(announced, List.of(new MeetupEvent.Announced())));
    }

    @Override
    public Optional<Decision> change(String id, Function<Meetup, Decision> decide) {
        Lock line = lines.get(Math.floorMod(id.hashCode(), lines.size()));
        line.lock();
        try {
            return aggregates.change(id, stored -> {
                Decision decision = decide.apply(meetup(stored));
                return decision instanceof Accepted(Meetup after, List<MeetupEvent> events)
                        ? Change.to(mapper.toDocument(after), outbox.facts(after, events), decision)
                        : Change.nothing(decision);
            });
        } finally {
            line.unlock();
        }
    }

    private List<Meetup> some(Bson filter, Bson sort, int limit) {
        return aggregates.find(filter, sort, limit).stream().map(this::meetup).toList();
    }

    private Meetup meetup(StoredAggregate stored) {
        return mapper.fromDocument(stored.state(), Meetup.class);
    }
}
