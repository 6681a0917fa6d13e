package quartier.pledge.payment.sandbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import quartier.pledge.payment.Amount;
import quartier.pledge.payment.DisputeResult;
import quartier.pledge.payment.ProviderEvent;
import quartier.pledge.payment.RefundPayment;
import quartier.pledge.payment.sandbox.SandboxPayment.Dispute;
import quartier.pledge.payment.sandbox.SandboxPayment.Status;

/**
 * The bank's books of payments: one document for each, with its refunds, its dispute and the events told about it.
 * Every change is one conditional update, so whatever is repeated or raced happens once.
 */
final class SandboxPayments {

    /** So that neither side has all payments in one answer. */
    private static final int AT_ONCE = 500;

    private static final String DISPUTE = "dp_";

    private final MongoCollection<Document> payments;

    SandboxPayments(MongoDatabase database) {
        payments = database.getCollection("payments");
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
                .append("fee", payment.feeMinorUnits())
                .append("left", payment.leftMinorUnits())
                .append("card", payment.card().name())
                .append("status", payment.status().name())
                .append("startedAt", Date.from(now))
                .append("refunded", false)
                .append("refunds", List.of())
                .append("events", events.stream().map(SandboxEvents::document).toList());
        Books.appendUnlessNull(document, "capturedAt", Books.date(payment.capturedAt()));
        Books.appendUnlessNull(document, "settlesAt", Books.date(payment.settlesAt()));
        Books.appendUnlessNull(document, "page", payment.page());
        Books.appendUnlessNull(document, "returnUrl", payment.returnUrl());
        return Books.inserted(payments, document);
    }

    Optional<SandboxPayment> find(String id) {
        return Optional.ofNullable(payments.find(eq("_id", id)).first()).map(SandboxPayments::read);
    }

    Optional<SandboxPayment> findByPage(String page) {
        return Optional.ofNullable(payments.find(eq("page", page)).first()).map(SandboxPayments::read);
    }

    Optional<SandboxPayment> findByDispute(String dispute) {
        return dispute.startsWith(DISPUTE)
                ? find(dispute.substring(DISPUTE.length())).filter(payment -> payment.dispute() != null)
                : Optional.empty();
    }

    static String disputeOf(String payment) {
        return DISPUTE + payment;
    }

    /** The backer approved or refused at the bank, or a debit came to its day; false when it was decided before. */
    boolean decide(String id, Status from, Status decided, ProviderEvent event) {
        return payments.updateOne(
                                and(eq("_id", id), eq("status", from.name())),
                                combine(
                                        set("status", decided.name()),
                                        set("capturedAt", Date.from(event.at())),
                                        push("events", SandboxEvents.document(event))))
                        .getMatchedCount()
                == 1;
    }

    /** Captures a payment in process. */
    void settle(String id, Instant now) {
        payments.updateOne(
                and(eq("_id", id), eq("status", Status.PROCESSING.name())),
                combine(set("status", Status.CAPTURED.name()), set("capturedAt", Date.from(now))));
    }

    /** The attempt that made this refund, else what one under this key came to; empty when there is neither. */
    Optional<Attempt> decisiveAttempt(RefundPayment request) {
        Document payment = payments.find(eq("_id", request.payment())).first();
        List<Attempt> attempts = payment == null ? List.of() : attempts(payment);
        return attempts.stream()
                .filter(attempt -> attempt.refund().equals(request.refund()) && attempt.failure() == null)
                .findFirst()
                .or(() -> attempts.stream()
                        .filter(attempt -> attempt.key().equals(request.key()))
                        .findFirst());
    }

    /**
     * Gives a captured payment back, or a part of it.
     *
     * @param failingAttempts how many fail first with the card made for that
     * @return false when it was not captured, not so much is left, the refund was made before, the key was used, or
     *     this attempt is to fail
     */
    boolean refund(RefundPayment request, int failingAttempts, ProviderEvent event) {
        long amount = request.amount().minorUnits();
        return payments.updateOne(
                                and(
                                        eq("_id", request.payment()),
                                        eq("status", Status.CAPTURED.name()),
                                        gte("left", amount),
                                        eq("currency", request.amount().currency()),
                                        ne("returned", request.refund()),
                                        ne("refunds.key", request.key()),
                                        or(
                                                ne("card", SandboxCard.REFUND_FAILS.name()),
                                                exists("refunds." + (failingAttempts - 1)))),
                                combine(
                                        set("refunded", true),
                                        inc("left", -amount),
                                        push("returned", request.refund()),
                                        push("refunds", attempt(request, null, event.at())),
                                        push("events", SandboxEvents.document(event))))
                        .getMatchedCount()
                == 1;
    }

    /** Remembers an attempt that failed, so that its repetition fails alike. */
    void refundFailed(RefundPayment request, String reason, ProviderEvent event) {
        payments.updateOne(
                and(eq("_id", request.payment()), ne("refunds.key", request.key())),
                combine(
                        push("refunds", attempt(request, reason, event.at())),
                        push("events", SandboxEvents.document(event))));
    }

    /** Takes what is left of the payment; false when nothing is, or somebody was faster. */
    boolean openDispute(SandboxPayment payment, long feeMinorUnits, ProviderEvent event) {
        long left = payment.leftMinorUnits();
        Document dispute = new Document("id", disputeOf(payment.id()))
                .append("status", DisputeResult.Status.OPEN.name())
                .append("minorUnits", left)
                .append("fee", feeMinorUnits)
                .append("openedAt", Date.from(event.at()));
        return left > 0
                && payments.updateOne(
                                        and(
                                                eq("_id", payment.id()),
                                                eq("status", Status.CAPTURED.name()),
                                                eq("left", left),
                                                exists("dispute", false)),
                                        combine(
                                                set("dispute", dispute),
                                                set("left", 0L),
                                                push("events", SandboxEvents.document(event))))
                                .getMatchedCount()
                        == 1;
    }

    /** Won: the money is ours to give back again. */
    boolean closeDispute(SandboxPayment payment, Dispute dispute, boolean won, ProviderEvent event) {
        var status = won ? DisputeResult.Status.WON : DisputeResult.Status.LOST;
        return payments.updateOne(
                                and(eq("_id", payment.id()), eq("dispute.status", DisputeResult.Status.OPEN.name())),
                                combine(
                                        set("dispute.status", status.name()),
                                        set("dispute.closedAt", Date.from(event.at())),
                                        inc("left", won ? dispute.minorUnits() : 0L),
                                        push("events", SandboxEvents.document(event))))
                        .getMatchedCount()
                == 1;
    }

    /** Also earlier ones of the same payments. */
    void forEachEventSince(Instant since, Consumer<ProviderEvent> reader) {
        payments.find(gte("events.at", Date.from(since)))
                .batchSize(AT_ONCE)
                .forEach(payment -> SandboxEvents.in(payment).forEach(reader));
    }

    /** A payment and what has gone back of it, for the statement. */
    record Movements(SandboxPayment payment, List<Attempt> refunds) {}

    void forEachMovedSince(Instant since, Consumer<Movements> reader) {
        Date from = Date.from(since);
        payments.find(or(
                        gte("capturedAt", from),
                        gte("refunds.at", from),
                        gte("dispute.openedAt", from),
                        gte("dispute.closedAt", from)))
                .batchSize(AT_ONCE)
                .forEach(payment -> reader.accept(new Movements(
                        read(payment),
                        attempts(payment).stream()
                                .filter(attempt -> attempt.failure() == null)
                                .toList())));
    }

    /**
     * One attempt to give a payment back.
     *
     * @param failure why it failed, or null when it succeeded
     */
    record Attempt(
            String key,
            String refund,
            long minorUnits,
            @Nullable String failure,
            Instant at) {}

    private static List<Attempt> attempts(Document payment) {
        return payment.getList("refunds", Document.class, List.of()).stream()
                .map(refund -> new Attempt(
                        refund.getString("key"),
                        refund.getString("refund"),
                        refund.getLong("minorUnits"),
                        refund.getString("failure"),
                        refund.getDate("at").toInstant()))
                .toList();
    }

    private static Document attempt(RefundPayment request, @Nullable String failure, Instant at) {
        Document attempt = new Document("key", request.key())
                .append("refund", request.refund())
                .append("minorUnits", request.amount().minorUnits())
                .append("at", Date.from(at));
        Books.appendUnlessNull(attempt, "failure", failure);
        return attempt;
    }

    private static SandboxPayment read(Document document) {
        Document dispute = document.get("dispute", Document.class);
        return new SandboxPayment(
                document.getString("_id"),
                document.getString("campaign"),
                new Amount(document.getLong("minorUnits"), document.getString("currency")),
                document.getLong("fee"),
                document.getLong("left"),
                SandboxCard.valueOf(document.getString("card")),
                Status.valueOf(document.getString("status")),
                Books.instant(document.getDate("capturedAt")),
                Books.instant(document.getDate("settlesAt")),
                document.getString("page"),
                document.getString("returnUrl"),
                dispute == null ? null : dispute(dispute));
    }

    private static Dispute dispute(Document dispute) {
        return new Dispute(
                dispute.getString("id"),
                DisputeResult.Status.valueOf(dispute.getString("status")),
                dispute.getLong("minorUnits"),
                dispute.getLong("fee"),
                dispute.getDate("openedAt").toInstant(),
                Books.instant(dispute.getDate("closedAt")));
    }
}
