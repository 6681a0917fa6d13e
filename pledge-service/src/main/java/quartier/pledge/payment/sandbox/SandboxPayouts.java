package quartier.pledge.payment.sandbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import quartier.pledge.payment.Amount;
import quartier.pledge.payment.PayOut;
import quartier.pledge.payment.PayeeStatus;
import quartier.pledge.payment.ProviderEvent;

/** The bank's books of payees and of what was paid out to them: one document for each. */
final class SandboxPayouts {

    /** @param failure why it failed or came back */
    record Payout(
            PayOut request,
            Status status,
            @Nullable String failure,
            Instant at,
            @Nullable Instant returnedAt) {}

    enum Status {
        PAID,
        FAILED,
        RETURNED
    }

    private final MongoCollection<Document> payees;
    private final MongoCollection<Document> payouts;

    SandboxPayouts(MongoDatabase database) {
        payees = database.getCollection("payees");
        payouts = database.getCollection("payouts");
        payees.createIndex(Indexes.ascending("page"), new IndexOptions().unique(true));
    }

    /** The payee, made known by this call or by an earlier one. */
    SandboxPayee register(SandboxPayee wanted) {
        Books.inserted(
                payees,
                new Document("_id", wanted.reference())
                        .append("member", wanted.member())
                        .append("status", wanted.status().name())
                        .append("account", wanted.account().name())
                        .append("page", wanted.page())
                        .append("times", wanted.times())
                        .append("returnUrl", wanted.returnUrl())
                        .append("events", List.of()));
        payees.updateOne(eq("_id", wanted.reference()), set("returnUrl", wanted.returnUrl()));
        return payee(wanted.reference()).orElseThrow();
    }

    Optional<SandboxPayee> payee(String reference) {
        return Optional.ofNullable(payees.find(eq("_id", reference)).first()).map(SandboxPayouts::readPayee);
    }

    Optional<SandboxPayee> payeeByPage(String page) {
        return Optional.ofNullable(payees.find(eq("page", page)).first()).map(SandboxPayouts::readPayee);
    }

    /** False when somebody else decided at the same time. */
    boolean decide(SandboxPayee decided, ProviderEvent event) {
        String reason = decided.reason();
        return payees.updateOne(
                                and(eq("_id", decided.reference()), eq("times", decided.times())),
                                combine(
                                        set("status", decided.status().name()),
                                        set("account", decided.account().name()),
                                        inc("times", 1),
                                        reason == null ? unset("reason") : set("reason", reason),
                                        push("events", SandboxEvents.document(event))))
                        .getMatchedCount()
                == 1;
    }

    /** The payout under this key: as given, or as it was decided the first time. */
    Payout payOut(Payout wanted, String member, ProviderEvent event) {
        PayOut request = wanted.request();
        Document document = new Document("_id", request.key())
                .append("payout", request.payout())
                .append("campaign", request.campaign())
                .append("payee", request.payee())
                .append("member", member)
                .append("minorUnits", request.amount().minorUnits())
                .append("currency", request.amount().currency())
                .append("status", wanted.status().name())
                .append("at", Date.from(wanted.at()))
                .append("events", List.of(SandboxEvents.document(event)));
        Books.appendUnlessNull(document, "failure", wanted.failure());
        Books.inserted(payouts, document);
        Payout known = find(request.key()).orElseThrow();
        if (!known.request().equals(request)) {
            throw new IllegalArgumentException("Another payout was made under the key " + request.key());
        }
        return known;
    }

    Optional<Payout> find(String key) {
        return Optional.ofNullable(payouts.find(eq("_id", key)).first()).map(SandboxPayouts::readPayout);
    }

    /** How many payouts to this payee failed or came back. */
    long troubles(String reference) {
        return payouts.countDocuments(and(eq("payee", reference), ne("status", Status.PAID.name())));
    }

    boolean comesBack(String key, String reason, ProviderEvent event) {
        return payouts.updateOne(
                                and(eq("_id", key), eq("status", Status.PAID.name())),
                                combine(
                                        set("status", Status.RETURNED.name()),
                                        set("failure", reason),
                                        set("returnedAt", Date.from(event.at())),
                                        push("events", SandboxEvents.document(event))))
                        .getMatchedCount()
                == 1;
    }

    List<ProviderEvent> eventsSince(Instant since) {
        List<ProviderEvent> found = new ArrayList<>();
        for (MongoCollection<Document> books : List.of(payees, payouts)) {
            books.find(gte("events.at", Date.from(since))).forEach(told -> found.addAll(SandboxEvents.in(told)));
        }
        return found;
    }

    List<Payout> movedSince(Instant since) {
        return payouts.find(and(
                        ne("status", Status.FAILED.name()),
                        or(gte("at", Date.from(since)), gte("returnedAt", Date.from(since)))))
                .map(SandboxPayouts::readPayout)
                .into(new ArrayList<>());
    }

    private static SandboxPayee readPayee(Document document) {
        return new SandboxPayee(
                document.getString("_id"),
                document.getString("member"),
                PayeeStatus.valueOf(document.getString("status")),
                document.getString("reason"),
                SandboxPayee.BankAccount.valueOf(document.getString("account")),
                document.getString("page"),
                document.getString("returnUrl"),
                document.getInteger("times"));
    }

    private static Payout readPayout(Document document) {
        return new Payout(
                new PayOut(
                        document.getString("_id"),
                        document.getString("payout"),
                        document.getString("campaign"),
                        document.getString("payee"),
                        new Amount(document.getLong("minorUnits"), document.getString("currency"))),
                Status.valueOf(document.getString("status")),
                document.getString("failure"),
                Objects.requireNonNull(document.getDate("at")).toInstant(),
                Books.instant(document.getDate("returnedAt")));
    }
}
