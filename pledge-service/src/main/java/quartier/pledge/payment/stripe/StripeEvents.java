package quartier.pledge.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.model.StripeCollection;
import com.stripe.net.Webhook;
import com.stripe.param.EventListParams;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.pledge.payment.ProviderEvent;
import quartier.pledge.payment.ProviderEvent.Subject;
import quartier.pledge.payment.Slice;
import quartier.pledge.payment.WebhookReading;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Stripe tells: only names are taken from it, and read as plain JSON, so that an event of another version of its
 * API is understood as well. The platform's list of events lacks those of the payees' accounts, which have lists of
 * their own.
 */
final class StripeEvents {

    private static final Duration TOLERANCE = Duration.ofSeconds(300);
    private static final List<String> TYPES =
            List.of("payment_intent.*", "checkout.session.*", "charge.dispute.*", "payout.*", "account.updated");
    /** Between the account and the event in the name of a page. */
    private static final String OF = "/";

    private final StripeClient stripe;
    private final StripeBooks books;
    private final String webhookSecret;
    private final Clock realClock;
    private final JsonMapper json = new JsonMapper();

    StripeEvents(StripeClient stripe, StripeBooks books, String webhookSecret, Clock realClock) {
        this.stripe = stripe;
        this.books = books;
        this.webhookSecret = webhookSecret;
        this.realClock = realClock;
    }

    WebhookReading verified(byte[] rawBody, @Nullable String signature, Instant now) {
        String body = new String(rawBody, StandardCharsets.UTF_8);
        try {
            Webhook.Signature.verifyHeader(
                    body,
                    signature == null ? "" : signature,
                    webhookSecret,
                    TOLERANCE.toSeconds(),
                    Clock.fixed(now, ZoneOffset.UTC));
        } catch (SignatureVerificationException forged) {
            return new WebhookReading.Forged("not signed with our secret, or too long ago");
        }
        try {
            JsonNode event = json.readTree(body);
            String id = event.path("id").asString("");
            JsonNode object = event.at("/data/object");
            return id.isEmpty() || !object.isObject()
                    ? new WebhookReading.Unreadable("fields are missing")
                    : new WebhookReading.Genuine(read(
                            id,
                            event.path("type").asString(""),
                            event.path("created").asLong(0),
                            object));
        } catch (JacksonException noJson) {
            return new WebhookReading.Unreadable("no JSON");
        }
    }

    /** @param page {@code <account>/<event>}: after this event of this account, the platform's own without a name */
    Slice<ProviderEvent> since(Instant since, @Nullable String page, int limit) {
        String account = page == null ? "" : page.substring(0, page.indexOf(OF));
        String after = page == null ? "" : page.substring(page.indexOf(OF) + 1);
        var params = EventListParams.builder()
                .setCreated(EventListParams.Created.builder()
                        .setGte(since.getEpochSecond())
                        .build())
                .addAllType(TYPES)
                .setLimit((long) Math.min(limit, 100));
        if (!after.isEmpty()) {
            params.setStartingAfter(after);
        }
        StripeCollection<Event> found = StripeCalls.answer(() -> account.isEmpty()
                ? stripe.v1().events().list(params.build())
                : stripe.v1().events().list(params.build(), StripeCalls.on(account)));
        List<ProviderEvent> events = new ArrayList<>();
        for (Event event : found.getData()) {
            String object = event.getDataObjectDeserializer().getRawJson();
            events.add(read(event.getId(), event.getType(), event.getCreated(), json.readTree(object)));
        }
        String next = Boolean.TRUE.equals(found.getHasMore())
                ? account + OF + found.getData().getLast().getId()
                : books.watchedAfter(account, realClock.instant())
                        .map(other -> other + OF)
                        .orElse(null);
        return new Slice<>(events, next);
    }

    private ProviderEvent read(String id, String type, long createdSeconds, JsonNode object) {
        return new ProviderEvent(id, type, subject(object), Instant.ofEpochSecond(createdSeconds));
    }

    private Subject subject(JsonNode object) {
        JsonNode ours = object.path("metadata");
        String id = object.path("id").asString("");
        String campaign = ours.path(StripePayments.CAMPAIGN).asString("");
        return switch (object.path("object").asString("")) {
            case "payment_intent", "checkout.session" -> {
                String payment = ours.path(StripePayments.PAYMENT).asString("");
                yield payment.isEmpty() ? new Subject.OfNoConcern() : new Subject.OfPayment(payment, campaign);
            }
            case "dispute" ->
                books.paymentOf(object.path("payment_intent").asString(null))
                        .<Subject>map(payment -> new Subject.OfDispute(id, payment.payment(), payment.campaign()))
                        .orElseGet(Subject.OfNoConcern::new);
            case "payout" -> {
                String key = ours.path(StripePayouts.KEY).asString("");
                yield key.isEmpty()
                        ? new Subject.OfNoConcern()
                        : new Subject.OfPayout(
                                key, ours.path(StripePayouts.PAYOUT).asString(""), campaign);
            }
            case "account" -> new Subject.OfPayee(id);
            default -> new Subject.OfNoConcern();
        };
    }
}
