package quartier.pledge.simulation;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import quartier.pledge.payment.Amount;
import quartier.pledge.payment.DeclineReason;
import quartier.pledge.payment.PaymentResult;
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
        /** Pending for a while, then captured, and its payer may take it back for some hours. */
        DEBIT,
        /** Good, but the first attempts to give the money back fail. */
        HARD_TO_REFUND,
        /** Good, and contested some time. */
        CONTESTED
    }

    /** One payment in the bank's books. */
    static final class Payment {
        final String id;
        final String campaign;
        final Amount amount;
        final Means means;
        final long fee;
        final Map<String, RefundResult> refunds = new LinkedHashMap<>();
        final Map<String, RefundResult> made = new LinkedHashMap<>();
        PaymentResult standing = new PaymentResult.Pending();
        long refunded;
        /** What disputes took and did not give back. */
        long taken;

        int refusals;

        Payment(StartPayment request, long fee) {
            this.id = request.payment();
            this.campaign = request.campaign();
            this.amount = request.amount();
            this.means = Means.valueOf(Objects.requireNonNull(request.method()));
            this.fee = fee;
        }

        long captured() {
            return standing instanceof PaymentResult.Captured ? amount.minorUnits() : 0;
        }

        @Nullable
        Instant reversibleUntil() {
            return standing instanceof PaymentResult.Captured captured ? captured.reversibleUntil() : null;
        }

        long left() {
            return captured() - refunded - taken;
        }
    }

    private final Chance chance;
    private final BankNews news;
    private final BankPayouts payouts;
    private final BankDisputes disputes;
    private final Map<String, Payment> payments = new TreeMap<>();
    private final int feeBasisPoints;

    Bank(Chance chance, Scheduler scheduler, Clock clock) {
        this.chance = chance;
        this.news = new BankNews(scheduler, clock);
        this.payouts = new BankPayouts(chance, news);
        this.disputes = new BankDisputes(chance, news);
        this.feeBasisPoints = chance.oneIn(2) ? 0 : chance.below(400);
    }

    Map<String, Payment> payments() {
        return payments;
    }

    BankPayouts payouts() {
        return payouts;
    }

    BankDisputes disputes() {
        return disputes;
    }

    BankNews news() {
        return news;
    }

    PaymentResult start(StartPayment request) {
        Payment known = payments.get(request.payment());
        if (known == null) {
            known = new Payment(request, request.amount().minorUnits() * feeBasisPoints / 10_000);
            known.refusals = known.means == Means.HARD_TO_REFUND ? 1 + chance.below(5) : 0;
            payments.put(known.id, known);
            open(known);
        } else if (!known.amount.equals(request.amount()) || !known.campaign.equals(request.campaign())) {
            throw new IllegalArgumentException("another payment under the same key: " + known.id);
        }
        return known.standing;
    }

    private void open(Payment payment) {
        switch (payment.means) {
            case GOOD, HARD_TO_REFUND, CONTESTED -> capture(payment);
            case DECLINED -> payment.standing = new PaymentResult.Declined(DeclineReason.CARD_DECLINED);
            case ASKS -> payment.standing = new PaymentResult.ActionRequired(URI.create("https://bank.example/"));
            case SLOW, DEBIT -> {}
        }
        boolean neverAnswered = payment.means == Means.ASKS && chance.oneIn(4);
        if (payment.means != Means.ASKS) {
            tell(payment, "payment." + payment.standing.getClass().getSimpleName());
        }
        if (!neverAnswered
                && (payment.means == Means.ASKS || payment.means == Means.SLOW || payment.means == Means.DEBIT)) {
            decideLater(payment);
        }
    }

    private void decideLater(Payment payment) {
        Duration after = chance.between(Duration.ofSeconds(1), Duration.ofMinutes(chance.oneIn(4) ? 240 : 20));
        news.later("decide", after, () -> {
            if (chance.oneIn(5)) {
                payment.standing = new PaymentResult.Declined(DeclineReason.AUTHENTICATION_REFUSED);
            } else {
                capture(payment);
            }
            tell(payment, "payment.decided");
        });
    }

    private void capture(Payment payment) {
        boolean debit = payment.means == Means.DEBIT;
        Instant reversibleUntil = debit ? now().plus(chance.between(Duration.ofHours(1), Duration.ofHours(8))) : null;
        payment.standing = new PaymentResult.Captured(payment.amount, payment.fee, reversibleUntil, now());
        if (payment.means == Means.CONTESTED || (debit && chance.oneIn(3))) {
            disputes.contestLater(payment);
        }
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
        if (payment.left() < amount) {
            return new RefundResult.RefundFailed("not_so_much_left");
        }
        if (payment.refusals > 0) {
            payment.refusals--;
            return new RefundResult.RefundFailed("refused_by_bank");
        }
        payment.refunded += amount;
        return new RefundResult.RefundSucceeded(now());
    }

    private void tell(Payment payment, String type) {
        news.tell(type, new ProviderEvent.Subject.OfPayment(payment.id, payment.campaign));
    }

    private Instant now() {
        return news.now();
    }
}
