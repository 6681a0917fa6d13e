package quartier.pledge.payment.sandbox;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quartier.pledge.payment.ProviderEvent;
import quartier.pledge.payment.ProviderEvent.Subject;
import quartier.pledge.payment.WebhookReading;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Delivers the sandbox's webhooks over HTTP as a provider on the other side of the Internet would: signed at each
 * attempt, stored until they were answered with 2xx, tried again less and less often, so that they survive restarts of
 * either side. A webhook that failed {@value #ATTEMPTS} times is kept and tried no more.
 */
final class SandboxWebhooks {

    private static final Logger log = LoggerFactory.getLogger(SandboxWebhooks.class);

    private static final int ATTEMPTS = 12;
    private static final int AT_ONCE = 32;
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final Duration FIRST_RETRY = Duration.ofMillis(500);

    /** The body on the wire. */
    record Body(String id, String type, Instant created, Data data) {
        record Data(
                @Nullable String payment,
                @Nullable String campaign,
                @Nullable String dispute,
                @Nullable String key,
                @Nullable String payout,
                @Nullable String payee) {

            static Data of(Subject subject) {
                return switch (subject) {
                    case Subject.OfPayment(String payment, String campaign) ->
                        new Data(payment, campaign, null, null, null, null);
                    case Subject.OfDispute(String dispute, String payment, String campaign) ->
                        new Data(payment, campaign, dispute, null, null, null);
                    case Subject.OfPayout(String key, String payout, String campaign) ->
                        new Data(null, campaign, null, key, payout, null);
                    case Subject.OfPayee(String reference) -> new Data(null, null, null, null, null, reference);
                    case Subject.OfNoConcern none -> new Data(null, null, null, null, null, null);
                };
            }

            Subject subject() {
                if (payee != null) {
                    return new Subject.OfPayee(payee);
                }
                if (key != null && payout != null && campaign != null) {
                    return new Subject.OfPayout(key, payout, campaign);
                }
                if (payment == null || campaign == null) {
                    return new Subject.OfNoConcern();
                }
                return dispute == null
                        ? new Subject.OfPayment(payment, campaign)
                        : new Subject.OfDispute(dispute, payment, campaign);
            }
        }
    }

    private final MongoCollection<Document> waiting;
    private final WebhookSignature signature;
    private final boolean told;
    private final JsonMapper json;
    private final Clock clock;
    private final Clock realClock;
    private final Counter delivered;
    private final Counter failed;
    private final Semaphore something = new Semaphore(0);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private @Nullable Thread courier;

    SandboxWebhooks(
            MongoDatabase database,
            SandboxProviderProperties properties,
            JsonMapper json,
            Clock clock,
            Clock realClock,
            MeterRegistry meters) {
        this.waiting = database.getCollection("webhooks");
        this.waiting.createIndex(Indexes.ascending("due"));
        this.signature = new WebhookSignature(properties.webhookSecret());
        this.told = properties.webhooks();
        this.json = json;
        this.clock = clock;
        this.realClock = realClock;
        this.delivered = meters.counter("quartier.sandbox.webhooks.delivered");
        this.failed = meters.counter("quartier.sandbox.webhooks.failed");
    }

    /** Delivers the event once from this real time on. */
    void schedule(ProviderEvent event, Instant due) {
        schedule(event.id(), event, due);
    }

    /** Delivers the same event, under the same id, a second time. */
    void scheduleAgain(ProviderEvent event, Instant due) {
        schedule(event.id() + "#2", event, due);
    }

    private void schedule(String delivery, ProviderEvent event, Instant due) {
        if (!told) {
            return;
        }
        String body =
                json.writeValueAsString(new Body(event.id(), event.type(), event.at(), Body.Data.of(event.subject())));
        waiting.replaceOne(
                eq("_id", delivery),
                new Document("_id", delivery)
                        .append("body", body)
                        .append("due", Date.from(due))
                        .append("attempts", 0),
                new ReplaceOptions().upsert(true));
        something.release();
    }

    WebhookReading read(byte[] rawBody) {
        try {
            Body body = json.readValue(rawBody, Body.class);
            if (body.id() == null || body.type() == null || body.created() == null || body.data() == null) {
                return new WebhookReading.Unreadable("fields are missing");
            }
            return new WebhookReading.Genuine(
                    new ProviderEvent(body.id(), body.type(), body.data().subject(), body.created()));
        } catch (JacksonException notOurForm) {
            return new WebhookReading.Unreadable(notOurForm.getOriginalMessage());
        }
    }

    /** Starts to deliver what waits, and what will, to this address. */
    synchronized void deliverTo(URI address) {
        if (courier == null) {
            courier = Thread.ofVirtual().name("sandbox-webhooks").start(() -> deliver(address));
        }
    }

    synchronized void stop() {
        if (courier != null) {
            courier.interrupt();
            courier = null;
        }
    }

    private void deliver(URI address) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                if (deliverDue(address) == 0) {
                    boolean more = something.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                    if (more) {
                        something.drainPermits();
                    }
                }
            } catch (InterruptedException stopping) {
                return;
            } catch (MongoException storeUnavailable) {
                failed.increment();
                log.warn("Webhooks wait until the store is back: {}", storeUnavailable.getMessage());
            }
        }
    }

    private int deliverDue(URI address) throws InterruptedException {
        Date now = Date.from(realClock.instant());
        List<Document> due = waiting.find(and(lte("due", now), Filters.lt("attempts", ATTEMPTS)))
                .sort(ascending("due"))
                .limit(AT_ONCE)
                .into(new ArrayList<>());
        List<String> done = new ArrayList<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> answers = due.stream()
                    .map(delivery -> each.submit(() -> accepted(address, delivery.getString("body"))))
                    .toList();
            for (int i = 0; i < due.size(); i++) {
                if (answers.get(i).get()) {
                    done.add(due.get(i).getString("_id"));
                } else {
                    tryLater(due.get(i));
                }
            }
        } catch (ExecutionException defect) {
            throw new IllegalStateException(defect.getCause());
        }
        if (!done.isEmpty()) {
            waiting.deleteMany(in("_id", done));
            delivered.increment(done.size());
        }
        return due.size();
    }

    private boolean accepted(URI address, String text) throws InterruptedException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", "application/json")
                .header(WebhookSignature.HEADER, signature.sign(body, clock.instant()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException unreachable) {
            return false;
        }
    }

    private void tryLater(Document delivery) {
        failed.increment();
        int attempts = delivery.getInteger("attempts");
        Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(attempts, ATTEMPTS));
        if (attempts + 1 == ATTEMPTS) {
            log.warn("Webhook {} was refused {} times and is tried no more", delivery.getString("_id"), ATTEMPTS);
        }
        waiting.updateOne(
                eq("_id", delivery.getString("_id")),
                combine(
                        inc("attempts", 1),
                        set("due", Date.from(realClock.instant().plus(wait)))));
    }
}
