package quartier.pledge.payment.stripe;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Stripe's names of what we named: written before Stripe is asked, completed by its answer. What lacks Stripe's name
 * was interrupted in between, and is looked for at Stripe by ours.
 */
final class StripeBooks {

    /**
     * @param intent Stripe's name of it; null until it is known
     * @param session Stripe's name of the page on which it is made, if it is made there
     */
    record Payment(
            String payment,
            String campaign,
            Instant startedAt,
            @Nullable String intent,
            @Nullable String session) {}

    /**
     * @param transfer Stripe's name of the way from us to the payee's balance
     * @param payout Stripe's name of the way from there to the payee's bank
     * @param paidAt when it was first seen as paid
     * @param returnedAt when its money was seen to be with us again
     */
    record Payout(
            String key,
            String campaign,
            String payee,
            @Nullable String transfer,
            @Nullable String payout,
            @Nullable Instant paidAt,
            @Nullable Instant returnedAt,
            @Nullable String failure) {}

    private final MongoCollection<Document> payments;
    private final MongoCollection<Document> payouts;
    private final MongoCollection<Document> accounts;

    StripeBooks(MongoDatabase database) {
        payments = database.getCollection("stripe-payments");
        payouts = database.getCollection("stripe-payouts");
        accounts = database.getCollection("stripe-accounts");
        payments.createIndex(
                Indexes.ascending("intent"), new IndexOptions().unique(true).sparse(true));
    }

    /** Notes that Stripe is about to be asked; false when that was noted before. */
    boolean starting(String payment, String campaign, Instant now) {
        return inserted(
                payments,
                new Document("_id", payment).append("campaign", campaign).append("startedAt", Date.from(now)));
    }

    void started(String payment, String intent) {
        payments.updateOne(eq("_id", payment), set("intent", intent));
    }

    void opened(String payment, String session) {
        payments.updateOne(eq("_id", payment), set("session", session));
    }

    Optional<Payment> payment(String payment) {
        return Optional.ofNullable(payments.find(eq("_id", payment)).first()).map(StripeBooks::readPayment);
    }

    Optional<Payment> paymentOf(@Nullable String intent) {
        return intent == null
                ? Optional.empty()
                : Optional.ofNullable(payments.find(eq("intent", intent)).first())
                        .map(StripeBooks::readPayment);
    }

    /** False when it was noted before. */
    boolean payingOut(String key, String campaign, String payee) {
        return inserted(
                payouts, new Document("_id", key).append("campaign", campaign).append("payee", payee));
    }

    Optional<Payout> payout(String key) {
        return Optional.ofNullable(payouts.find(eq("_id", key)).first()).map(StripeBooks::readPayout);
    }

    void transferred(String key, String transfer) {
        payouts.updateOne(eq("_id", key), set("transfer", transfer));
    }

    void sent(String key, String payout) {
        payouts.updateOne(eq("_id", key), set("payout", payout));
    }

    /** The first time counts. */
    void paid(String key, Instant now) {
        payouts.updateOne(and(eq("_id", key), exists("paidAt", false)), set("paidAt", Date.from(now)));
    }

    void cameBack(String key, String failure, Instant now) {
        payouts.updateOne(
                and(eq("_id", key), exists("returnedAt", false)),
                Updates.combine(set("returnedAt", Date.from(now)), set("failure", failure)));
    }

    /** Events of this account are asked for until then. */
    void watch(String account, Instant until) {
        accounts.updateOne(
                eq("_id", account), Updates.max("watchedUntil", Date.from(until)), new UpdateOptions().upsert(true));
    }

    /** The account after this one, by name, of those that are watched; the first after "". */
    Optional<String> watchedAfter(String account, Instant now) {
        return Optional.ofNullable(accounts.find(and(gt("_id", account), gte("watchedUntil", Date.from(now))))
                        .sort(Sorts.ascending("_id"))
                        .first())
                .map(found -> found.getString("_id"));
    }

    private static Payment readPayment(Document document) {
        return new Payment(
                document.getString("_id"),
                document.getString("campaign"),
                document.getDate("startedAt").toInstant(),
                document.getString("intent"),
                document.getString("session"));
    }

    private static Payout readPayout(Document document) {
        return new Payout(
                document.getString("_id"),
                document.getString("campaign"),
                document.getString("payee"),
                document.getString("transfer"),
                document.getString("payout"),
                instant(document.getDate("paidAt")),
                instant(document.getDate("returnedAt")),
                document.getString("failure"));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
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
}
