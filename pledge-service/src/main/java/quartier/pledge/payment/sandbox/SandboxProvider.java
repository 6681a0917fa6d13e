package quartier.pledge.payment.sandbox;

import static quartier.pledge.payment.sandbox.SandboxPayment.Status;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartier.pledge.payment.DeclineReason;
import quartier.pledge.payment.PayOut;
import quartier.pledge.payment.PaymentProvider;
import quartier.pledge.payment.PaymentResult;
import quartier.pledge.payment.PayoutResult;
import quartier.pledge.payment.ProviderEvent;
import quartier.pledge.payment.RefundPayment;
import quartier.pledge.payment.RefundResult;
import quartier.pledge.payment.StartPayment;
import quartier.pledge.payment.WebhookReading;

/**
 * The sandbox's answers. What happened has its time from the sandbox's clock, as the rest of the sandbox; waiting is
 * done in real time, because the sandbox's clock may jump over weeks.
 */
final class SandboxProvider implements PaymentProvider {

    static final String NAME = "sandbox";

    private final SandboxPayments payments;
    private final SandboxWebhooks webhooks;
    private final SandboxProviderProperties properties;
    private final WebhookSignature signature;
    private final Clock clock;
    private final Clock realClock;
    private final SecureRandom random = new SecureRandom();

    SandboxProvider(
            SandboxPayments payments,
            SandboxWebhooks webhooks,
            SandboxProviderProperties properties,
            Clock clock,
            Clock realClock) {
        this.payments = payments;
        this.webhooks = webhooks;
        this.properties = properties;
        this.signature = new WebhookSignature(properties.webhookSecret());
        this.clock = clock;
        this.realClock = realClock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String signatureHeader() {
        return WebhookSignature.HEADER;
    }

    @Override
    public PaymentResult start(StartPayment request) {
        Optional<SandboxCard> card = SandboxCard.numbered(request.method());
        if (card.isEmpty()) {
            return new PaymentResult.Declined(DeclineReason.INVALID_CARD);
        }
        Instant now = now();
        SandboxPayment opened = opened(request, card.get(), now);
        List<ProviderEvent> events = eventsAtStart(opened, now);
        if (payments.insert(opened, events, now)) {
            tell(opened, events);
            if (card.get() == SandboxCard.NEVER_ANSWERS) {
                keepSilent();
            }
            return standing(opened);
        }
        SandboxPayment known = payments.find(request.payment()).orElseThrow();
        if (!known.amount().equals(request.amount())) {
            throw new IllegalArgumentException("Payment " + known.id() + " was started with another amount");
        }
        return standing(known);
    }

    @Override
    public PaymentResult lookUp(String payment) {
        return payments.find(payment).map(this::settled).map(this::standing).orElseGet(PaymentResult.NeverStarted::new);
    }

    @Override
    public RefundResult refund(RefundPayment request) {
        Instant now = now();
        if (refunded(request, now)) { // the usual case is this one write
            return new RefundResult.RefundSucceeded(now);
        }
        Optional<SandboxPayment> payment = payments.find(request.payment()).map(this::settled);
        if (payment.isEmpty()) {
            return new RefundResult.RefundFailed("no_such_payment");
        }
        Optional<SandboxPayments.Attempt> before = payments.decisiveAttempt(request);
        if (before.isEmpty()) {
            if (refunded(request, now)) { // it was in process until a moment ago
                return new RefundResult.RefundSucceeded(now);
            }
            String reason = payment.get().card() == SandboxCard.REFUND_FAILS ? "refused_by_bank" : "not_refundable";
            payments.refundFailed(request, reason, refundEvent(request, "refund.failed", now));
            before = payments.decisiveAttempt(request); // another call under the same key may have been first
        }
        SandboxPayments.Attempt attempt = before.orElseThrow();
        String failure = attempt.failure();
        return failure == null
                ? new RefundResult.RefundSucceeded(attempt.at())
                : new RefundResult.RefundFailed(failure);
    }

    @Override
    public PayoutResult payOut(PayOut request) {
        return new PayoutResult.PaidOut(payments.payOut(request, now()));
    }

    @Override
    public WebhookReading verifyWebhook(byte[] rawBody, @Nullable String header, Instant now) {
        String flaw = signature.flawOf(header, rawBody, now);
        return flaw == null ? webhooks.read(rawBody) : new WebhookReading.Forged(flaw);
    }

    @Override
    public List<ProviderEvent> eventsSince(Instant since, int limit) {
        return payments.eventsSince(since, limit);
    }

    /** The backer's answer on the bank's page; false when it was given before. */
    boolean decide(SandboxPayment payment, boolean approved) {
        Status decided = approved ? Status.CAPTURED : Status.REFUSED_BY_BACKER;
        String type = approved ? "payment.captured" : "payment.failed";
        ProviderEvent event = event(payment.id(), payment.campaign(), type, now());
        if (!payments.decide(payment.id(), decided, event)) {
            return false;
        }
        webhooks.schedule(event, realClock.instant());
        return true;
    }

    private boolean refunded(RefundPayment request, Instant now) {
        return payments.refund(request, properties.failingRefunds(), refundEvent(request, "refund.succeeded", now));
    }

    private SandboxPayment settled(SandboxPayment payment) {
        Instant settlesAt = payment.settlesAt();
        if (payment.status() != Status.PROCESSING || settlesAt == null || settlesAt.isAfter(realClock.instant())) {
            return payment;
        }
        payments.settle(payment.id(), now());
        return payments.find(payment.id()).orElseThrow();
    }

    private SandboxPayment opened(StartPayment request, SandboxCard card, Instant now) {
        Status status = switch (card) {
            case ACCEPTED, REFUND_FAILS, REPEATS_ITSELF, NEVER_ANSWERS -> Status.CAPTURED;
            case DECLINED, INSUFFICIENT_FUNDS -> Status.DECLINED;
            case NEEDS_AUTHENTICATION -> Status.REQUIRES_ACTION;
            case ANSWERS_LATE -> Status.PROCESSING;
        };
        URI returnUrl = request.returnUrl();
        return new SandboxPayment(
                request.payment(),
                request.campaign(),
                request.amount(),
                card,
                status,
                status == Status.CAPTURED ? now : null,
                status == Status.PROCESSING ? realClock.instant().plus(properties.lateAfter()) : null,
                status == Status.REQUIRES_ACTION ? unguessable() : null,
                returnUrl == null ? null : returnUrl.toString());
    }

    private static List<ProviderEvent> eventsAtStart(SandboxPayment payment, Instant now) {
        List<ProviderEvent> events = new ArrayList<>();
        switch (payment.status()) {
            case CAPTURED -> {
                if (payment.card() == SandboxCard.REPEATS_ITSELF) {
                    events.add(event(payment.id(), payment.campaign(), "payment.processing", now));
                }
                events.add(event(payment.id(), payment.campaign(), "payment.captured", now));
            }
            case PROCESSING -> events.add(event(payment.id(), payment.campaign(), "payment.captured", now));
            case DECLINED -> events.add(event(payment.id(), payment.campaign(), "payment.failed", now));
            case REQUIRES_ACTION, REFUSED_BY_BACKER ->
                events.add(event(payment.id(), payment.campaign(), "payment.action_required", now));
        }
        return events;
    }

    private void tell(SandboxPayment payment, List<ProviderEvent> events) {
        Instant now = realClock.instant();
        switch (payment.card()) {
            case NEVER_ANSWERS -> {}
            case ANSWERS_LATE -> {
                Instant due = Objects.requireNonNull(payment.settlesAt());
                events.forEach(event -> webhooks.schedule(event, due));
            }
            case REPEATS_ITSELF -> {
                webhooks.schedule(events.getLast(), now);
                webhooks.scheduleAgain(events.getLast(), now.plusMillis(200));
                webhooks.schedule(events.getFirst(), now.plusMillis(400));
            }
            case ACCEPTED, REFUND_FAILS, DECLINED, INSUFFICIENT_FUNDS, NEEDS_AUTHENTICATION ->
                events.forEach(event -> webhooks.schedule(event, now));
        }
    }

    private PaymentResult standing(SandboxPayment payment) {
        return switch (payment.status()) {
            case CAPTURED -> new PaymentResult.Captured(payment.amount(), Objects.requireNonNull(payment.capturedAt()));
            case REQUIRES_ACTION ->
                new PaymentResult.ActionRequired(properties.bankPages().resolve("/sandbox/payments/" + payment.page()));
            case PROCESSING -> new PaymentResult.Pending();
            case REFUSED_BY_BACKER -> new PaymentResult.Declined(DeclineReason.AUTHENTICATION_REFUSED);
            case DECLINED ->
                new PaymentResult.Declined(
                        payment.card() == SandboxCard.INSUFFICIENT_FUNDS
                                ? DeclineReason.INSUFFICIENT_FUNDS
                                : DeclineReason.CARD_DECLINED);
        };
    }

    private void keepSilent() {
        try {
            Thread.sleep(properties.silence());
        } catch (InterruptedException callerGaveUp) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("The sandbox's bank does not answer for this card");
    }

    private static ProviderEvent event(String payment, String campaign, String type, Instant now) {
        return new ProviderEvent("evt_" + payment + "_" + type, type, payment, campaign, now);
    }

    private static ProviderEvent refundEvent(RefundPayment request, String type, Instant now) {
        return new ProviderEvent("evt_" + request.key() + "_" + type, type, request.payment(), request.campaign(), now);
    }

    private String unguessable() {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }

    /** To the millisecond, as it is stored: the same question has the same answer before and after a restart. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
