package quartier.pledge.simulation;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import quartier.pledge.payment.Amount;
import quartier.pledge.payment.DeclineReason;
import quartier.pledge.payment.PayOut;
import quartier.pledge.payment.PaymentResult;
import quartier.pledge.payment.PayoutResult;
import quartier.pledge.payment.ProviderEvent;
import quartier.pledge.payment.RefundPayment;
import quartier.pledge.payment.RefundResult;
import quartier.pledge.payment.StartPayment;

/**
 * A provider that keeps its promises and not one more: each key works once, and no payment gives back more than it
 * brought. The method of a payment says how it goes.
 */
final class Bank {

    /** What a backer pays with. */
    enum Means {
        GOOD,
        DECLINED,
        /** The backer has to confirm, and does, or does not, or never answers. */
        ASKS,
        /** Pending for a while, then captured or declined. */
        SLOW,
        /** Good, but the first attempts to give the money back fail. */
        HARD_TO_REFUND
    }

    /** One payment in the bank's books. */
    static final class Payment {
        final String id;
        final String campaign;
        final Amount amount;
        final Map<String, RefundResult> refunds = new LinkedHashMap<>();
        final Map<String, RefundResult> made = new LinkedHashMap<>();
        PaymentResult standing;
        long refunded;
        int refusals;

        Payment(StartPayment request, PaymentResult standing) {
            this.id = request.payment();
            this.campaign = request.campaign();
            this.amount = request.amount();
            this.standing = standing;
        }

        long captured() {
            return standing instanceof PaymentResult.Captured ? amount.minorUnits() : 0;
        }
    }

    private final Chance chance;
    private final Scheduler scheduler;
    private final Clock clock;
    private final Map<String, Payment> payments = new TreeMap<>();
    private final Map<String, PayOut> payouts = new TreeMap<>();
    private final Map<String, PayoutResult> answers = new TreeMap<>();
    private final List<ProviderEvent> events = new ArrayList<>();
    private int payoutRefusals;
    private int open;

    Bank(Chance chance, Scheduler scheduler, Clock clock) {
        this.chance = chance;
        this.scheduler = scheduler;
        this.clock = clock;
        this.payoutRefusals = chance.oneIn(3) ? chance.below(6) : 0;
    }

    Map<String, Payment> payments() {
        return payments;
    }

    long paidOut(String campaign) {
        return payouts.values().stream()
                .filter(payout -> payout.campaign().equals(campaign))
                .mapToLong(payout -> payout.amount().minorUnits())
                .sum();
    }

    List<ProviderEvent> events() {
        return events;
    }

    /** Whether nothing will happen here on its own. */
    boolean isAtRest() {
        return open == 0;
    }

    PaymentResult start(StartPayment request) {
        Payment known = payments.get(request.payment());
        if (known == null) {
            known = new Payment(request, opened(request));
            known.refusals = Objects.requireNonNull(request.method()).equals(Means.HARD_TO_REFUND.name()) ? 1 + chance.below(5) : 0;
            payments.put(known.id, known);
            if (!(known.standing instanceof PaymentResult.ActionRequired)) {
                tell(known, "payment." + known.standing.getClass().getSimpleName());
            }
            if (known.standing instanceof PaymentResult.Pending
                    || known.standing instanceof PaymentResult.ActionRequired) {
                decideLater(known);
            }
        } else if (!known.amount.equals(request.amount()) || !known.campaign.equals(request.campaign())) {
            throw new IllegalArgumentException("another payment under the same key: " + known.id);
        }
        return known.standing;
    }

    private PaymentResult opened(StartPayment request) {
        return switch (Means.valueOf(Objects.requireNonNull(request.method()))) {
            case GOOD, HARD_TO_REFUND -> captured(request.amount());
            case DECLINED -> new PaymentResult.Declined(DeclineReason.CARD_DECLINED);
            case ASKS -> new PaymentResult.ActionRequired(URI.create("https://bank.example/"));
            case SLOW -> new PaymentResult.Pending();
        };
    }

    private void decideLater(Payment payment) {
        if (payment.standing instanceof PaymentResult.ActionRequired && chance.oneIn(4)) {
            return; // the backer never answers
        }
        open++;
        scheduler.start("bank", "decide", () -> {
            scheduler.pause(chance.between(Duration.ofSeconds(1), Duration.ofMinutes(chance.oneIn(4) ? 240 : 20)));
            payment.standing = chance.oneIn(5)
                    ? new PaymentResult.Declined(DeclineReason.AUTHENTICATION_REFUSED)
                    : captured(payment.amount);
            tell(payment, "payment.decided");
            open--;
        });
    }

    private PaymentResult captured(Amount amount) {
        return new PaymentResult.Captured(amount, 0, null, now());
    }

    PaymentResult lookUp(String payment) {
        Payment known = payments.get(payment);
        return known == null ? new PaymentResult.NeverStarted() : known.standing;
    }

    RefundResult refund(RefundPayment request) {
        @Nullable Payment payment = payments.get(request.payment());
        if (payment == null) {
            return new RefundResult.RefundFailed("no_such_payment");
        }
        @Nullable RefundResult made = payment.made.get(request.refund());
        if (made != null) {
            return made; // under whatever key
        }
        RefundResult before = payment.refunds.get(request.key());
        if (before == null) {
            before = refunded(payment, request.amount().minorUnits());
            if (before instanceof RefundResult.RefundSucceeded) {
                payment.made.put(request.refund(), before);
            }
            payment.refunds.put(request.key(), before);
        }
        return before;
    }

    private RefundResult refunded(Payment payment, long amount) {
        if (payment.captured() - payment.refunded < amount) {
            return new RefundResult.RefundFailed("not_so_much_left");
        }
        if (payment.refusals > 0) {
            payment.refusals--;
            return new RefundResult.RefundFailed("refused_by_bank");
        }
        payment.refunded += amount;
        return new RefundResult.RefundSucceeded(now());
    }

    PayoutResult payOut(PayOut request) {
        return answers.computeIfAbsent(request.key(), key -> {
            if (payoutRefusals > 0) {
                payoutRefusals--;
                return new PayoutResult.PayoutFailed("account_closed");
            }
            payouts.put(key, request);
            return new PayoutResult.PaidOut(now());
        });
    }

    private void tell(Payment payment, String type) {
        events.add(new ProviderEvent(
                "evt-" + events.size(),
                type,
                new ProviderEvent.Subject.OfPayment(payment.id, payment.campaign),
                now()));
    }

    private Instant now() {
        return clock.instant();
    }
}
