package quartier.pledge.checkout;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.Pledge;
import quartier.pledge.escrow.PledgeView;
import quartier.pledge.escrow.PledgeViews;
import quartier.pledge.escrow.Promise;
import quartier.pledge.payment.PaymentProvider;
import quartier.pledge.payment.PaymentResult;

/** Pledges and increases whose payment is under way, brought up to date when their backer looks. */
public final class OpenPledges {

    /**
     * @param wanted what the pledge becomes once its increase is paid
     * @param action where the backer has to go, if the bank still waits for them
     */
    public record Refreshed(
            PledgeView pledge,
            @Nullable Promise wanted,
            @Nullable URI action) {}

    private final PaymentProvider provider;
    private final PaymentReports reports;
    private final Decisions decisions;
    private final PledgeViews pledges;
    private final Escrows escrows;

    OpenPledges(
            PaymentProvider provider,
            PaymentReports reports,
            Decisions decisions,
            PledgeViews pledges,
            Escrows escrows) {
        this.provider = provider;
        this.reports = reports;
        this.decisions = decisions;
        this.pledges = pledges;
        this.escrows = escrows;
    }

    /** A backer who returns from the bank should not have to wait for its webhook. */
    public Refreshed refreshed(PledgeView pledge) {
        return switch (pledge.status()) {
            case HELD, PAYMENT_UNKNOWN -> lookedUp(pledge, pledge.promise().payment(), null);
            case CHANGING -> changing(pledge);
            case CONFIRMED, DISPUTED, DECLINED, EXPIRED, CANCELLED, REFUND_DUE, REFUND_FAILED, REFUNDED ->
                new Refreshed(pledge, null, null);
        };
    }

    private Refreshed changing(PledgeView pledge) {
        Pledge found = escrows.find(pledge.campaign())
                .flatMap(escrow -> escrow.pledge(pledge.promise().pledge()))
                .orElse(null);
        return found instanceof Pledge.Changing changing
                ? lookedUp(pledge, changing.payment(), changing.wanted())
                : new Refreshed(pledge, null, null);
    }

    private Refreshed lookedUp(PledgeView pledge, String payment, @Nullable Promise wanted) {
        return switch (provider.lookUp(payment)) {
            case PaymentResult.ActionRequired required -> new Refreshed(pledge, wanted, required.url());
            case PaymentResult.Captured captured -> told(pledge, payment, captured, wanted);
            case PaymentResult.Declined declined -> told(pledge, payment, declined, wanted);
            case PaymentResult.Pending pending -> new Refreshed(pledge, wanted, null);
            case PaymentResult.NeverStarted never -> new Refreshed(pledge, wanted, null);
            case PaymentResult.Unknown unknown -> new Refreshed(pledge, wanted, null);
        };
    }

    private Refreshed told(PledgeView pledge, String payment, PaymentResult result, @Nullable Promise wanted) {
        String id = pledge.promise().pledge();
        return reports.report(pledge.campaign(), id, payment, result)
                        .map(decisions::await)
                        .filter(Outcome.Accepted.class::isInstance)
                        .isPresent()
                ? new Refreshed(pledges.find(id).orElse(pledge), null, null)
                : new Refreshed(pledge, wanted, null);
    }
}
