package quartier.pledge.payment.sandbox;

import static quartier.pledge.payment.sandbox.SandboxPayment.Status;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import quartier.pledge.payment.Amount;
import quartier.pledge.payment.DeclineReason;
import quartier.pledge.payment.DisputeResult;
import quartier.pledge.payment.PaymentResult;
import quartier.pledge.payment.ProviderEvent;
import quartier.pledge.payment.RefundPayment;
import quartier.pledge.payment.RefundResult;
import quartier.pledge.payment.StartPayment;
import quartier.pledge.payment.sandbox.SandboxCalendar.What;
import quartier.pledge.payment.sandbox.SandboxPayment.Dispute;

/**
 * Payments, refunds and disputes. What happened has its time from the sandbox's clock, as the rest of the sandbox;
 * seconds are waited in real time and days by the sandbox's clock, which may jump over weeks. They are together because
 * each is a change of the same payment's one document, with the event that tells of it.
 */
final class SandboxBank {

    private final SandboxPayments payments;
    private final SandboxWebhooks webhooks;
    private final SandboxCalendar calendar;
    private final SandboxProviderProperties properties;
    private final Clock clock;
    private final Clock realClock;

    SandboxBank(
            SandboxPayments payments,
            SandboxWebhooks webhooks,
            SandboxCalendar calendar,
            SandboxProviderProperties properties,
            Clock clock,
            Clock realClock) {
        this.payments = payments;
        this.webhooks = webhooks;
        this.calendar = calendar;
        this.properties = properties;
        this.clock = clock;
        this.realClock = realClock;
    }

    PaymentResult start(StartPayment request) {
        Optional<SandboxCard> card = Optional.ofNullable(request.method()).flatMap(SandboxCard::numbered);
        if (card.isEmpty()) {
            return new PaymentResult.Declined(DeclineReason.INVALID_CARD);
        }
        Instant now = now();
        SandboxPayment opened = opened(request, card.get(), now);
        List<ProviderEvent> events = eventsAtStart(opened, now);
        if (payments.insert(opened, events, now)) {
            tell(opened, events);
            noteDays(opened, now);
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

    PaymentResult lookUp(String payment) {
        return payments.find(payment).map(this::settled).map(this::standing).orElseGet(PaymentResult.NeverStarted::new);
    }

    RefundResult refund(RefundPayment request) {
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
            payments.refundFailed(request, whyNot(payment.get()), refundEvent(request, "refund.failed", now));
            before = payments.decisiveAttempt(request); // another call under the same key may have been first
        }
        SandboxPayments.Attempt attempt = before.orElseThrow();
        String failure = attempt.failure();
        return failure == null
                ? new RefundResult.RefundSucceeded(attempt.at())
                : new RefundResult.RefundFailed(failure);
    }

    DisputeResult dispute(String id) {
        return payments.findByDispute(id)
                .<DisputeResult>map(payment -> {
                    Dispute dispute = Objects.requireNonNull(payment.dispute());
                    return new DisputeResult.Known(
                            id,
                            payment.id(),
                            payment.campaign(),
                            new Amount(dispute.minorUnits(), payment.amount().currency()),
                            dispute.feeMinorUnits(),
                            dispute.status(),
                            dispute.openedAt());
                })
                .orElseGet(DisputeResult.NoSuchDispute::new);
    }

    /** The backer's answer on the bank's page; false when it was given before. */
    boolean decide(SandboxPayment payment, boolean approved) {
        Status decided = approved ? Status.CAPTURED : Status.REFUSED_BY_BACKER;
        return decide(payment, Status.REQUIRES_ACTION, decided);
    }

    /** One day of the calendar has come. */
    void on(What what, String id) {
        payments.find(id).ifPresent(payment -> {
            switch (what) {
                case DEBIT_SETTLES ->
                    decide(
                            payment,
                            Status.PROCESSING,
                            payment.card() == SandboxCard.SEPA_DEBIT ? Status.CAPTURED : Status.DECLINED);
                case DISPUTE_OPENS -> openDispute(payment);
                case DISPUTE_ENDS -> closeDispute(payment);
                case PAYOUT_COMES_BACK -> throw new IllegalArgumentException("No matter of payments: " + id);
            }
        });
    }

    private boolean decide(SandboxPayment payment, Status from, Status decided) {
        String type = decided == Status.CAPTURED ? "payment.captured" : "payment.failed";
        ProviderEvent event = SandboxEvents.ofPayment(payment.id(), payment.campaign(), type, now());
        if (!payments.decide(payment.id(), from, decided, event)) {
            return false;
        }
        webhooks.schedule(event, realClock.instant());
        return true;
    }

    private void openDispute(SandboxPayment payment) {
        Instant now = now();
        String dispute = SandboxPayments.disputeOf(payment.id());
        ProviderEvent event = SandboxEvents.ofDispute(dispute, payment, "dispute.opened", now);
        if (payments.openDispute(payment, properties.disputeFeeMinorUnits(), event)) {
            webhooks.schedule(event, realClock.instant());
            calendar.note(What.DISPUTE_ENDS, payment.id(), now.plus(properties.disputedAfter()));
        }
    }

    private void closeDispute(SandboxPayment payment) {
        Dispute dispute = payment.dispute();
        if (dispute == null) {
            return;
        }
        boolean won = payment.card() == SandboxCard.DISPUTED_AND_WON;
        ProviderEvent event =
                SandboxEvents.ofDispute(dispute.id(), payment, won ? "dispute.won" : "dispute.lost", now());
        if (payments.closeDispute(payment, dispute, won, event)) {
            webhooks.schedule(event, realClock.instant());
        }
    }

    private boolean refunded(RefundPayment request, Instant now) {
        return payments.refund(request, properties.failingRefunds(), refundEvent(request, "refund.succeeded", now));
    }

    private static String whyNot(SandboxPayment payment) {
        if (payment.dispute() != null) {
            return "charge_disputed";
        }
        return payment.card() == SandboxCard.REFUND_FAILS ? "refused_by_bank" : "not_refundable";
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
            case ACCEPTED, REFUND_FAILS, REPEATS_ITSELF, NEVER_ANSWERS, DISPUTED_AND_WON, DISPUTED_AND_LOST ->
                Status.CAPTURED;
            case DECLINED, INSUFFICIENT_FUNDS -> Status.DECLINED;
            case NEEDS_AUTHENTICATION -> Status.REQUIRES_ACTION;
            case ANSWERS_LATE, SEPA_DEBIT, SEPA_DEBIT_REFUSED -> Status.PROCESSING;
        };
        URI returnUrl = request.returnUrl();
        return new SandboxPayment(
                request.payment(),
                request.campaign(),
                request.amount(),
                properties.feeOf(request.amount().minorUnits()),
                request.amount().minorUnits(),
                card,
                status,
                status == Status.CAPTURED ? now : null,
                card == SandboxCard.ANSWERS_LATE ? realClock.instant().plus(properties.lateAfter()) : null,
                status == Status.REQUIRES_ACTION ? Unguessable.name() : null,
                returnUrl == null ? null : returnUrl.toString(),
                null);
    }

    private static List<ProviderEvent> eventsAtStart(SandboxPayment payment, Instant now) {
        List<ProviderEvent> events = new ArrayList<>();
        if (payment.card() == SandboxCard.REPEATS_ITSELF || payment.card().isDebit()) {
            events.add(SandboxEvents.ofPayment(payment.id(), payment.campaign(), "payment.processing", now));
        }
        switch (payment.status()) {
            case CAPTURED ->
                events.add(SandboxEvents.ofPayment(payment.id(), payment.campaign(), "payment.captured", now));
            case PROCESSING -> {
                if (!payment.card().isDebit()) {
                    events.add(SandboxEvents.ofPayment(payment.id(), payment.campaign(), "payment.captured", now));
                }
            }
            case DECLINED ->
                events.add(SandboxEvents.ofPayment(payment.id(), payment.campaign(), "payment.failed", now));
            case REQUIRES_ACTION, REFUSED_BY_BACKER ->
                events.add(SandboxEvents.ofPayment(payment.id(), payment.campaign(), "payment.action_required", now));
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
            case ACCEPTED,
                    REFUND_FAILS,
                    DECLINED,
                    INSUFFICIENT_FUNDS,
                    NEEDS_AUTHENTICATION,
                    DISPUTED_AND_WON,
                    DISPUTED_AND_LOST,
                    SEPA_DEBIT,
                    SEPA_DEBIT_REFUSED -> events.forEach(event -> webhooks.schedule(event, now));
        }
    }

    private void noteDays(SandboxPayment payment, Instant now) {
        if (payment.card().isDebit()) {
            calendar.note(What.DEBIT_SETTLES, payment.id(), now.plus(properties.debitedAfter()));
        }
        if (payment.card().isDisputed()) {
            calendar.note(What.DISPUTE_OPENS, payment.id(), now.plus(properties.disputedAfter()));
        }
    }

    private PaymentResult standing(SandboxPayment payment) {
        return switch (payment.status()) {
            case CAPTURED -> {
                Instant at = Objects.requireNonNull(payment.capturedAt());
                yield new PaymentResult.Captured(
                        payment.amount(),
                        payment.feeMinorUnits(),
                        payment.card().isDebit() ? at.plus(properties.reversibleFor()) : null,
                        at);
            }
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

    private static ProviderEvent refundEvent(RefundPayment request, String type, Instant now) {
        return SandboxEvents.ofRefund(request.key(), type, now);
    }

    /** To the millisecond, as it is stored: the same question has the same answer before and after a restart. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
