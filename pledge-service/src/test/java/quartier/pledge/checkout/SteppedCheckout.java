package quartier.pledge.checkout;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.payment.PaymentProvider;
import quartier.pledge.payment.ProviderEvent;

/** Pledging and hearing the provider over whatever escrows and provider a simulation has. */
public record SteppedCheckout(
        Checkout checkout, PledgeChanges changes, Webhooks webhooks, PaymentReports reports, Decisions decisions) {

    public static SteppedCheckout over(
            Escrows escrows, PaymentProvider provider, Clock clock, Duration hold, MeterRegistry meters) {
        var reports = new PaymentReports(escrows, clock);
        var decisions = new Decisions(escrows, Duration.ofSeconds(10));
        var till = new Till(provider, reports, decisions);
        return new SteppedCheckout(
                new Checkout(decisions, till, clock, hold, meters),
                new PledgeChanges(decisions, till, provider, clock, hold, meters),
                new Webhooks(escrows, provider, reports, decisions, payee -> true, new Memory(), clock),
                reports,
                decisions);
    }

    /** Gone with the process, as nothing that matters may be. */
    private static final class Memory implements HeardEvents {
        private final Set<String> ids = new HashSet<>();

        @Override
        public boolean contains(String provider, ProviderEvent event) {
            return ids.contains(event.id());
        }

        @Override
        public void add(String provider, ProviderEvent event, Instant now) {
            ids.add(event.id());
        }
    }
}
