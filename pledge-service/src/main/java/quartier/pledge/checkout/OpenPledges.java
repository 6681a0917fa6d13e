package quartier.pledge.checkout;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.PledgeStatus;
import quartier.pledge.escrow.PledgeView;
import quartier.pledge.escrow.PledgeViews;
import quartier.pledge.payment.PaymentProvider;
import quartier.pledge.payment.PaymentResult;

/** Pledges whose payment is under way, brought up to date when their backer looks. */
public final class OpenPledges {

    /** @param action where the backer has to go, if the bank still waits for them */
    public record Refreshed(PledgeView pledge, @Nullable URI action) {}

    private final PaymentProvider provider;
    private final PaymentReports reports;
    private final Decisions decisions;
    private final PledgeViews pledges;

    OpenPledges(PaymentProvider provider, PaymentReports reports, Decisions decisions, PledgeViews pledges) {
        this.provider = provider;
        this.reports = reports;
        this.decisions = decisions;
        this.pledges = pledges;
    }

    /** A backer who returns from the bank should not have to wait for its webhook. */
    public Refreshed refreshed(PledgeView pledge) {
        if (pledge.status() != PledgeStatus.HELD && pledge.status() != PledgeStatus.PAYMENT_UNKNOWN) {
            return new Refreshed(pledge, null);
        }
        String id = pledge.promise().pledge();
        return switch (provider.lookUp(pledge.promise().payment())) {
            case PaymentResult.ActionRequired required -> new Refreshed(pledge, required.url());
            case PaymentResult.Captured captured -> told(pledge, id, captured);
            case PaymentResult.Declined declined -> told(pledge, id, declined);
            case PaymentResult.Pending pending -> new Refreshed(pledge, null);
            case PaymentResult.NeverStarted never -> new Refreshed(pledge, null);
            case PaymentResult.Unknown unknown -> new Refreshed(pledge, null);
        };
    }

    private Refreshed told(PledgeView pledge, String id, PaymentResult result) {
        return reports.report(pledge.campaign(), id, pledge.promise().payment(), result)
                        .map(decisions::await)
                        .filter(Outcome.Accepted.class::isInstance)
                        .isPresent()
                ? new Refreshed(pledges.find(id).orElse(pledge), null)
                : new Refreshed(pledge, null);
    }
}
