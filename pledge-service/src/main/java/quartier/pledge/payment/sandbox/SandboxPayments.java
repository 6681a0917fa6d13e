package quartier.pledge.payment.sandbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import quartier.pledge.payment.Amount;
import quartier.pledge.payment.PayOut;
import quartier.pledge.payment.ProviderEvent;
import quartier.pledge.payment.RefundPayment;
import quartier.pledge.payment.sandbox.SandboxPayment.Status;

/**
 * The bank's books: one document for each payment, with its refunds and the events told about it, and one for each
 * payout. Every change is one conditional update, so whatever is repeated or raced happens once.
 */
final class SandboxPayments {

    private final MongoCollection<Document> payments;
    private final MongoCollection<Document> payouts;

    SandboxPayments(MongoDatabase database) {
        payments = database.getCollection("payments");
        payouts = database.getCollection("payouts");
        payments.createIndex(
                Indexes.ascending("page"), new IndexOptions().unique(true).sparse(true));
        payments.createIndex(Indexes.ascending("events.at"));
    }

    /** False when there is a payment of this id already. */
    boolean insert(SandboxPayment payment, List<ProviderEvent> events, Instant now) {
        Document document = new Document("_id", payment.id())
                .append("campaign", payment.campaign())
                .append("minorUnits", payment.amount().minorUnits())
                .append("currency", payment.amount().currency())
                .append("card", payment.card().name())
                .append("status", payment.status().name())
                .append("startedAt", Date.from(now))
                .append("refunded", false)
                .append("refunds", List.of())
                .append("events", events.stream().map(SandboxPayments::document).toList());
        appendUnlessNull(document, "capturedAt", date(payment.capturedAt()));
        appendUnlessNull(document, "settlesAt", date(payment.settlesAt()));
        appendUnlessNull(document, "page", payment.page());
        appendUnlessNull(document, "returnUrl", payment.returnUrl());
        return inserted(payments, document);
    }

    Optional<SandboxPayment> find(String id) {
        return Optional.ofNullable(payments.find(eq("_id", id)).first()).map(SandboxPayments::read);
    }

    Optional<SandboxPayment> findByPage(String page) {
        return Optional.ofNullable(payments.find(eq("page", page)).first()).map(SandboxPayments::read);
    }

    /** The backer approved or refused at the bank; false when that was decided before. */
    boolean decide(String id, Status decided, ProviderEvent event) {
        return payments.updateOne(
                                and(eq("_id", id), eq("status", Status.REQUIRES_ACTION.name())),
                                combine(
                                        set("status", decided.name()),
                                        set("capturedAt", Date.from(event.at())),
                                        push("events", document(event))))
                        .getMatchedCount()
                == 1;
    }

    /** Captures a payment in process. */
    void settle(String id, Instant now) {
        payments.updateOne(
                and(eq("_id", id), eq("status", Status.PROCESSING.name())),
                combine(set("status", Status.CAPTURED.name()), set("capturedAt", Date.from(now))));
    }

    /** The attempt that gave the payment back, else what one under this key came to; empty when there is neither. */
    Optional<Attempt> decisiveAttempt(RefundPayment request) {
        Document payment = payments.find(eq("_id", request.payment())).first();
        List<Attempt> attempts = payment == null ? List.of() : attempts(payment);
        return attempts.stream()
                .filter(attempt -> attempt.failure() == null)
                .findFirst()
                .or(() -> attempts.stream()
                        .filter(attempt -> attempt.key().equals(request.key()))
                        .findFirst());
    }

    /**
     * Gives a captured payment back.
     *
     * @param failingAttempts how many fail first with the card made for that
     * @return false when it was not captured, was given back before, the key was used, or this attempt is to fail
     */
    boolean refund(RefundPayment request, int failingAttempts, ProviderEvent event) {
        return payments.updateOne(
                                and(
                                        eq("_id", request.payment()),
                                        eq("status", Status.CAPTURED.name()),
                                        eq("minorUnits", request.amount().minorUnits()),
                                        eq("currency", request.amount().currency()),
                                        eq("refunded", false),
                                        ne("refunds.key", request.key()),
                                        or(
                                                ne("card", SandboxCard.REFUND_FAILS.name()),
                                                exists("refunds." + (failingAttempts - 1)))),
                                combine(
                                        set("refunded", true),
                                        push("refunds", attempt(request.key(), null, event.at())),
                                        push("events", document(event))))
                        .getMatchedCount()
                == 1;
    }

    /** Remembers an attempt that failed, so that its repetition fails alike. */
    void refundFailed(RefundPayment request, String reason, ProviderEvent event) {
        payments.updateOne(
                and(eq("_id", request.payment()), ne("refunds.key", request.key())),
                combine(push("refunds", attempt(request.key(), reason, event.at())), push("events", document(event))));
    }

    /** When the payout was made: now, or the first time that it was asked for. */
    Instant payOut(PayOut request, Instant now) {
        inserted(
                payouts,
                new Document("_id", request.key())
                        .append("campaign", request.campaign())
                        .append("payee", request.payee())
                        .append("minorUnits", request.amount().minorUnits())
                        .append("currency", request.amount().currency())
                        .append("at", Date.from(now)));
        Document paid =
                Objects.requireNonNull(payouts.find(eq("_id", request.key())).first());
        if (paid.getLong("minorUnits") != request.amount().minorUnits()) {
            throw new IllegalArgumentException("Another payout was made under the key " + request.key());
        }
        return paid.getDate("at").toInstant();
    }

    List<ProviderEvent> eventsSince(Instant since, int limit) {
        List<ProviderEvent> found = new ArrayList<>();
        for (Document payment : payments.find(gte("events.at", Date.from(since)))) {
            for (Document event : payment.getList("events", Document.class, List.of())) {
                found.add(new ProviderEvent(
                        event.getString("id"),
                        event.getString("type"),
                        payment.getString("_id"),
                        payment.getString("campaign"),
                        event.getDate("at").toInstant()));
            }
        }
        return found.stream()
                .filter(event -> !event.at().isBefore(since))
                .sorted(Comparator.comparing(ProviderEvent::at).thenComparing(ProviderEvent::id))
                .limit(limit)
                .toList();
    }

    /**
     * One attempt to give a payment back.
     *
     * @param failure why it failed, or null when it succeeded
     */
    record Attempt(String key, @Nullable String failure, Instant at) {}

    private static List<Attempt> attempts(Document payment) {
        return payment.getList("refunds", Document.class, List.of()).stream()
                .map(refund -> new Attempt(
                        refund.getString("key"),
                        refund.getString("failure"),
                        refund.getDate("at").toInstant()))
                .toList();
    }

    private static Document attempt(String key, @Nullable String failure, Instant at) {
        Document attempt = new Document("key", key).append("at", Date.from(at));
        appendUnlessNull(attempt, "failure", failure);
        return attempt;
    }

    private static Document document(ProviderEvent event) {
        return new Document("id", event.id()).append("type", event.type()).append("at", Date.from(event.at()));
    }

    private static SandboxPayment read(Document document) {
        Date capturedAt = document.getDate("capturedAt");
        Date settlesAt = document.getDate("settlesAt");
        return new SandboxPayment(
                document.getString("_id"),
                document.getString("campaign"),
                new Amount(document.getLong("minorUnits"), document.getString("currency")),
                SandboxCard.valueOf(document.getString("card")),
                Status.valueOf(document.getString("status")),
                capturedAt == null ? null : capturedAt.toInstant(),
                settlesAt == null ? null : settlesAt.toInstant(),
                document.getString("page"),
                document.getString("returnUrl"));
    }

    private static boolean inserted(MongoCollection<Document> collection, Document document) {
        try {
            collection.insertOne(document);
            return true;
        } catch (MongoWriteException refused) {
            if (refused.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw refused;
        }
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static void appendUnlessNull(Document document, String name, @Nullable Object value) {
        if (value != null) {
            document.append(name, value);
        }
    }
}
