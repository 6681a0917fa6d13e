package quartier.support.offer.mongo;

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
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import quartier.platform.outbox.OutboxRelay;
import quartier.platform.store.AggregateCollection;
import quartier.platform.store.Change;
import quartier.platform.store.DocumentMapper;
import quartier.platform.store.StoredAggregate;
import quartier.support.offer.Decision;
import quartier.support.offer.OfferFilter;
import quartier.support.offer.SupportOffer;
import quartier.support.offer.SupportOffers;

@Component
final class MongoSupportOffers implements SupportOffers {

    private static final Bson LATEST_FIRST = Indexes.compoundIndex(descending("state.madeAt"), ascending("_id"));

    private final AggregateCollection offers;
    private final DocumentMapper documents;
    private final OfferMessages messages;
    private final MeterRegistry meters;
    private final Clock clock;

    MongoSupportOffers(
            MongoDatabase database,
            OutboxRelay relay,
            DocumentMapper documents,
            OfferMessages messages,
            MeterRegistry meters,
            Clock clock) {
        MongoCollection<Document> collection = database.getCollection("offers");
        collection.createIndex(Indexes.compoundIndex(ascending("state.project"), LATEST_FIRST));
        collection.createIndex(Indexes.compoundIndex(ascending("state.supporter.id"), LATEST_FIRST));
        collection.createIndex(Indexes.compoundIndex(ascending("state.owner"), LATEST_FIRST));
        this.offers = new AggregateCollection(collection, relay);
        this.documents = documents;
        this.messages = messages;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public boolean add(SupportOffer offer) {
        boolean added = offers.insert(offer.id(), write(offer), messages.of(offer, 1, clock.instant()));
        if (added) {
            count(offer);
        }
        return added;
    }

    @Override
    public Optional<SupportOffer> find(String id) {
        return offers.find(id).map(this::read);
    }

    @Override
    public Optional<Decision> change(String id, Function<SupportOffer, Decision> decide) {
        Optional<Decision> decision = offers.change(id, stored -> switch (decide.apply(read(stored))) {
            case Decision.Changed changed ->
                Change.<Decision>to(
                        write(changed.offer()),
                        messages.of(changed.offer(), stored.version() + 1, clock.instant()),
                        changed);
            case Decision.Unchanged unchanged -> Change.<Decision>nothing(unchanged);
            case Decision.Refused refused -> Change.<Decision>nothing(refused);
        });
        if (decision.isPresent() && decision.get() instanceof Decision.Changed changed) {
            count(changed.offer());
        }
        return decision;
    }

    @Override
    public List<SupportOffer> list(OfferFilter filter) {
        List<Bson> all = new ArrayList<>();
        if (filter.project() != null) {
            all.add(eq("state.project", filter.project()));
        }
        if (filter.supporter() != null) {
            all.add(eq("state.supporter.id", filter.supporter()));
        }
        if (filter.owner() != null) {
            all.add(eq("state.owner", filter.owner()));
        }
        if (filter.state() != null) {
            all.add(eq("state.state", filter.state().name()));
        }
        if (filter.after() != null) {
            Date at = Date.from(filter.after().madeAt());
            all.add(or(
                    lt("state.madeAt", at),
                    and(eq("state.madeAt", at), gt("_id", filter.after().id()))));
        }
        return offers.find(all.isEmpty() ? empty() : and(all), LATEST_FIRST, filter.limit()).stream()
                .map(this::read)
                .toList();
    }

    private SupportOffer read(StoredAggregate stored) {
        return documents.fromDocument(stored.state(), OfferDocument.class).toOffer();
    }

    private Document write(SupportOffer offer) {
        return documents.toDocument(OfferDocument.of(offer));
    }

    private void count(SupportOffer offer) {
        meters.counter(
                        "quartier.support.offers",
                        "state",
                        offer.state().name().toLowerCase(Locale.ROOT),
                        "kind",
                        offer.help().kind().name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
