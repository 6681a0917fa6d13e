package quartier.pledge.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import quartier.pledge.payment.Amount;
import quartier.pledge.payment.DisputeResult;
import quartier.pledge.payment.DisputeResult.Status;
import quartier.pledge.payment.ProviderEvent;

/** Payers who want their money back from their banks: these take it at once, and decide later whose it is. */
final class BankDisputes {

    /** One dispute. */
    static final class Dispute {
        final String id;
        final Bank.Payment payment;
        final long fee;
        final Instant openedAt;
        long amount;
        Status status = Status.INQUIRY;

        Dispute(String id, Bank.Payment payment, long fee, Instant openedAt) {
            this.id = id;
            this.payment = payment;
            this.fee = fee;
            this.openedAt = openedAt;
        }

        boolean hasMoney() {
            return status == Status.OPEN || status == Status.LOST;
        }

        boolean moved() {
            return status != Status.INQUIRY;
        }
    }

    private final Chance chance;
    private final BankNews news;
    private final Map<String, Dispute> disputes = new TreeMap<>();

    BankDisputes(Chance chance, BankNews news) {
        this.chance = chance;
        this.news = news;
    }

    Collection<Dispute> all() {
        return disputes.values();
    }

    /** Some time, before the verdict or after it, unless all of the payment has gone back by then. */
    void contestLater(Bank.Payment payment) {
        news.later("contest", chance.between(Duration.ofSeconds(1), Duration.ofHours(5)), () -> {
            if (payment.left() > 0) {
                String id = "dp-" + payment.id;
                var dispute = new Dispute(id, payment, chance.oneIn(2) ? 0 : 15, news.now());
                disputes.put(id, dispute);
                if (chance.oneIn(4)) {
                    tell(dispute, "dispute.inquiry");
                    news.later(
                            "take", chance.between(Duration.ofSeconds(1), Duration.ofMinutes(40)), () -> take(dispute));
                } else {
                    take(dispute);
                }
            }
        });
    }

    private void take(Dispute dispute) {
        long left = dispute.payment.left();
        if (left == 0) {
            return; // it has gone back meanwhile, and the payer asks no more
        }
        dispute.amount = chance.oneIn(6) ? chance.between(1, left) : left;
        dispute.status = Status.OPEN;
        dispute.payment.taken += dispute.amount;
        tell(dispute, "dispute.opened");
        news.later("decide", chance.between(Duration.ofSeconds(1), Duration.ofHours(2)), () -> {
            if (chance.oneIn(2)) {
                dispute.status = Status.WON;
                dispute.payment.taken -= dispute.amount;
            } else {
                dispute.status = Status.LOST;
            }
            tell(dispute, "dispute.closed");
        });
    }

    private void tell(Dispute dispute, String type) {
        news.tell(type, new ProviderEvent.Subject.OfDispute(dispute.id, dispute.payment.id, dispute.payment.campaign));
    }

    DisputeResult lookUp(String id) {
        Dispute dispute = disputes.get(id);
        if (dispute == null) {
            return new DisputeResult.NoSuchDispute();
        }
        Bank.Payment payment = dispute.payment;
        return new DisputeResult.Known(
                id,
                payment.id,
                payment.campaign,
                dispute.moved() ? new Amount(dispute.amount, payment.amount.currency()) : payment.amount,
                dispute.fee,
                dispute.status,
                dispute.openedAt);
    }
}
