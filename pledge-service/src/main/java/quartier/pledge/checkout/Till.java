package quartier.pledge.checkout;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.Pledge;
import quartier.pledge.payment.Amount;
import quartier.pledge.payment.DeclineReason;
import quartier.pledge.payment.PaymentProvider;
import quartier.pledge.payment.PaymentResult;
import quartier.pledge.payment.StartPayment;

/** Asks the provider for the money of a hold that is stored, and tells the escrow what it answered. */
final class Till {

    private static final PaymentResult NOT_SENT = new PaymentResult.Declined(DeclineReason.PROVIDER_UNAVAILABLE);

    /**
     * Where the pledge stands after asking.
     *
     * @param action where the backer has to go now, if the bank wants to see them
     * @param declined why the provider said no, where the escrow has heard of it
     */
    record Asked(
            Escrow escrow,
            Pledge pledge,
            @Nullable URI action,
            @Nullable DeclineReason declined) {}

    private final PaymentProvider provider;
    private final PaymentReports reports;
    private final Decisions decisions;

    Till(PaymentProvider provider, PaymentReports reports, Decisions decisions) {
        this.provider = provider;
        this.reports = reports;
        this.decisions = decisions;
    }

    /**
     * @param method the card or the provider's token; null where the provider asks for it on its own page
     * @param repeated whether the provider may have been asked before
     */
    Asked ask(Escrow escrow, Pledge.Waiting hold, @Nullable String method, @Nullable URI returnUrl, boolean repeated) {
        String pledge = hold.promise().pledge();
        PaymentResult result = provider.start(new StartPayment(
                hold.payment(),
                escrow.campaign(),
                new Amount(hold.waitsForMinorUnits(), escrow.terms().currency()),
                method,
                returnUrl));
        if (repeated && result.equals(NOT_SENT)) {
            return new Asked(escrow, hold, null, null); // this request did not get out; an earlier one may have
        }
        URI action = result instanceof PaymentResult.ActionRequired required ? required.url() : null;
        DeclineReason declined = result instanceof PaymentResult.Declined no ? no.reason() : null;
        Optional<Outcome> told = reports.report(escrow.campaign(), pledge, hold.payment(), result)
                .map(decisions::await);
        return told.isPresent() && told.get() instanceof Outcome.Accepted accepted
                ? new Asked(accepted.escrow(), in(accepted.escrow(), pledge), null, declined)
                // Not decided now (the queue is full): the money stays held, and the provider's word is asked again.
                : new Asked(escrow, hold, action, null);
    }

    static Pledge in(Escrow escrow, String pledge) {
        return escrow.pledge(pledge)
                .orElseThrow(() -> new IllegalStateException("An accepted pledge is in its escrow"));
    }
}
