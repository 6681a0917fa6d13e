package quartier.pledge.payee;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import quartier.platform.outbox.OutboundEvent;
import quartier.platform.outbox.OutboundEvents;
import quartier.platform.outbox.OutboxRelay;
import quartier.platform.store.AggregateCollection;
import quartier.platform.store.Change;
import quartier.platform.store.DocumentMapper;
import quartier.platform.store.StoredAggregate;
import quartier.pledge.payment.PayeeResult;
import quartier.pledge.payment.PayeeStatus;
import quartier.pledge.payment.PaymentProvider;
import quartier.pledge.payment.RegisterPayee;
import quartier.pledge.settlement.VerifiedPayees;

/**
 * The payees, one document for each member. What the provider says of one is asked for and never taken from a webhook's
 * word; a change that matters to others is stored with its event in one write.
 */
public final class Payees implements VerifiedPayees {

    static final String COLLECTION = "payees";
    static final String TOPIC = "quartier.pledge.payees";

    /** What the world hears: that the member may be paid, or not (any more). */
    record Told(String payee, Instant at) {}

    /** @param onboarding where the identity is checked; null when there is nothing to do, or when nobody asked */
    record Shown(Payee payee, @Nullable URI onboarding) {}

    private final MongoCollection<Document> collection;
    private final AggregateCollection payees;
    private final DocumentMapper mapper;
    private final OutboundEvents outbound;
    private final PaymentProvider provider;
    private final Clock clock;

    Payees(
            MongoCollection<Document> collection,
            OutboxRelay relay,
            DocumentMapper mapper,
            OutboundEvents outbound,
            PaymentProvider provider,
            Clock clock) {
        this.collection = collection;
        this.payees = new AggregateCollection(collection, relay);
        this.mapper = mapper;
        this.outbound = outbound;
        this.provider = provider;
        this.clock = clock;
        collection.createIndex(
                Indexes.ascending("state.reference"),
                new IndexOptions().unique(true).sparse(true));
    }

    public Optional<Payee> find(String member) {
        return payees.find(member).map(this::read);
    }

    @Override
    public Optional<String> verified(String member) {
        return find(member).filter(Payee::isVerified).map(Payee::reference);
    }

    /** Registers, or gives a registered payee a new address of the identity check; empty when the provider is away. */
    Optional<Shown> register(String member, URI returnUrl) {
        String reference = find(member).map(Payee::reference).orElse(null);
        return switch (provider.register(new RegisterPayee(member, reference, returnUrl))) {
            case PayeeResult.Known known -> Optional.of(new Shown(apply(member, known), known.onboarding()));
            case PayeeResult.NoSuchPayee none -> Optional.empty();
            case PayeeResult.Unknown unknown -> Optional.empty();
        };
    }

    /** The payee as the provider knows it now, as far as it answers. */
    Optional<Payee> refreshed(String member) {
        return find(member).map(payee -> payee.isVerified() ? payee : ask(payee).orElse(payee));
    }

    /**
     * The provider said that something about this payee changed.
     *
     * @return false when the provider has to be asked again later
     */
    public boolean hear(String reference) {
        Document found = collection.find(eq("state.reference", reference)).first();
        return found == null || find(found.getString("_id")).flatMap(this::ask).isPresent();
    }

    private Optional<Payee> ask(Payee payee) {
        return switch (provider.lookUpPayee(payee.reference())) {
            case PayeeResult.Known known -> Optional.of(apply(payee.member(), known));
            case PayeeResult.NoSuchPayee gone ->
                Optional.of(apply(
                        payee.member(),
                        new PayeeResult.Known(payee.reference(), PayeeStatus.REJECTED, "account_closed", null)));
            case PayeeResult.Unknown unknown -> Optional.empty();
        };
    }

    private Payee apply(String member, PayeeResult.Known known) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Payee fresh = new Payee(member, known.reference(), known.status(), known.reason(), now, now);
        if (payees.insert(member, mapper.toDocument(fresh), events(fresh, null, 1))) {
            return fresh;
        }
        return payees.change(member, stored -> changed(stored, fresh)).orElseThrow();
    }

    private Change<Payee> changed(StoredAggregate stored, Payee fresh) {
        Payee before = read(stored);
        if (before.reference().equals(fresh.reference())
                && before.status() == fresh.status()
                && Objects.equals(before.reason(), fresh.reason())) {
            return Change.nothing(before);
        }
        Payee after = new Payee(
                before.member(),
                fresh.reference(),
                fresh.status(),
                fresh.reason(),
                before.registeredAt(),
                fresh.changedAt());
        return Change.to(mapper.toDocument(after), events(after, before.status(), stored.version() + 1), after);
    }

    private List<OutboundEvent> events(Payee payee, @Nullable PayeeStatus before, long sequence) {
        if (payee.isVerified() && before != PayeeStatus.VERIFIED) {
            return List.of(event("quartier.payee.verified.v1", payee, sequence));
        }
        boolean lost = before == PayeeStatus.VERIFIED && !payee.isVerified();
        boolean rejected = payee.status() == PayeeStatus.REJECTED && before != PayeeStatus.REJECTED;
        return lost || rejected ? List.of(event("quartier.payee.rejected.v1", payee, sequence)) : List.of();
    }

    private OutboundEvent event(String type, Payee payee, long sequence) {
        return outbound.event(
                TOPIC, type, payee.member(), sequence, payee.changedAt(), new Told(payee.member(), payee.changedAt()));
    }

    private Payee read(StoredAggregate stored) {
        return mapper.fromDocument(stored.state(), Payee.class);
    }
}
