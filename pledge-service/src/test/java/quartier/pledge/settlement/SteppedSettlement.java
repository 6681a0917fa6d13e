package quartier.pledge.settlement;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import quartier.pledge.checkout.SteppedCheckout;
import quartier.pledge.escrow.Due;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.payment.PaymentProvider;

/** What the settlement runner does, one thing at a time. */
public final class SteppedSettlement {

    private final Settlement settlement;

    public SteppedSettlement(
            SteppedCheckout checkout, PaymentProvider provider, Clock clock, int tries, MeterRegistry meters) {
        this.settlement =
                new Settlement(checkout.decisions(), checkout.reports(), provider, Optional::of, clock, tries, meters);
    }

    /** Whether the provider refused it. */
    public boolean isRefused(Escrow escrow, Due due, int refusals) {
        return settlement.take(escrow, due, refusals) == Settlement.Step.REFUSED;
    }
}
