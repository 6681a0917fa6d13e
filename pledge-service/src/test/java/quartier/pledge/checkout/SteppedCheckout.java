package quartier.pledge.checkout;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.payment.PaymentProvider;

/** Pledging and hearing the provider over whatever escrows and provider a simulation has. */
public record SteppedCheckout(Checkout checkout, Webhooks webhooks, PaymentReports reports, Decisions decisions) {

    public static SteppedCheckout over(
            Escrows escrows, PaymentProvider provider, Clock clock, Duration hold, MeterRegistry meters) {
        var reports = new PaymentReports(escrows, clock);
        var decisions = new Decisions(escrows, Duration.ofSeconds(10));
        return new SteppedCheckout(
                new Checkout(decisions, new Till(provider, reports, decisions), clock, hold, meters),
                new Webhooks(escrows, provider, reports, decisions),
                reports,
                decisions);
    }
}
