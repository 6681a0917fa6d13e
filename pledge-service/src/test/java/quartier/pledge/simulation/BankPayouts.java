package quartier.pledge.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import quartier.pledge.payment.PayOut;
import quartier.pledge.payment.PayoutResult;
import quartier.pledge.payment.ProviderEvent;

/** What the bank sends to owners: at once, after a while, not at all; and some of it their banks send back. */
final class BankPayouts {

    /** One request and what became of it. */
    static final class Sent {
        final PayOut request;
        PayoutResult standing;
        Instant wentAt = Instant.MAX;

        Sent(PayOut request) {
            this.request = request;
            this.standing = new PayoutResult.PayoutPending();
        }

        boolean went() {
            return !wentAt.equals(Instant.MAX);
        }

        boolean cameBack() {
            return standing instanceof PayoutResult.PayoutReturned;
        }
    }

    private final Chance chance;
    private final BankNews news;
    private final Map<String, Sent> sent = new TreeMap<>();
    private int refusals;
    private int returns;

    BankPayouts(Chance chance, BankNews news) {
        this.chance = chance;
        this.news = news;
        this.refusals = chance.oneIn(3) ? chance.below(6) : 0;
        this.returns = chance.oneIn(3) ? 1 + chance.below(2) : 0;
    }

    Collection<Sent> all() {
        return sent.values();
    }

    PayoutResult payOut(PayOut request) {
        Sent known = sent.get(request.key());
        if (known == null) {
            Sent one = new Sent(request);
            sent.put(request.key(), one);
            if (chance.oneIn(4)) {
                news.later("decide", chance.between(Duration.ofSeconds(1), Duration.ofMinutes(30)), () -> decide(one));
            } else {
                decide(one);
            }
            return one.standing;
        }
        return known.standing;
    }

    private void decide(Sent one) {
        if (refusals > 0) {
            refusals--;
            one.standing = new PayoutResult.PayoutFailed("account_closed");
            return;
        }
        one.wentAt = news.now();
        one.standing = new PayoutResult.PaidOut(news.now());
        if (returns > 0) {
            returns--;
            news.later("send back", chance.between(Duration.ofSeconds(1), Duration.ofHours(3)), () -> {
                one.standing = new PayoutResult.PayoutReturned("account_closed", news.now());
                PayOut request = one.request;
                news.tell(
                        "payout.returned",
                        new ProviderEvent.Subject.OfPayout(request.key(), request.payout(), request.campaign()));
            });
        }
    }

    boolean cameBack(String key) {
        Sent known = sent.get(key);
        return known != null && known.cameBack();
    }

    PayoutResult lookUp(String key) {
        Sent known = sent.get(key);
        return known == null ? new PayoutResult.NoSuchPayout() : known.standing;
    }
}
