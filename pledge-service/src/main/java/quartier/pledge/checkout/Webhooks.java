package quartier.pledge.checkout;

import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.Pledge;
import quartier.pledge.payment.PaymentProvider;
import quartier.pledge.payment.PaymentResult;
import quartier.pledge.payment.ProviderEvent;

/**
 * Acts on what the provider tells on its own. What it tells is only a hint: the payment is read again, so that late,
 * repeated and reordered events all end in the same truth.
 */
public final class Webhooks {

    /** What a hint led to. */
    public enum Effect {
        /** The escrow knows now, or knew before. */
        HEARD,
        /** Neither the escrow nor the provider knows of such a payment. */
        UNKNOWN_PAYMENT,
        /** Not now; the provider is to tell it again. */
        LATER
    }

    private final Escrows escrows;
    private final PaymentProvider provider;
    private final PaymentReports reports;
    private final Decisions decisions;

    Webhooks(Escrows escrows, PaymentProvider provider, PaymentReports reports, Decisions decisions) {
        this.escrows = escrows;
        this.provider = provider;
        this.reports = reports;
        this.decisions = decisions;
    }

    public Effect hear(ProviderEvent event) {
        Escrow escrow = escrows.find(event.campaign()).orElse(null);
        String id = PaymentId.pledgeOf(event.payment()).orElse(null);
        if (escrow == null || id == null) {
            return Effect.UNKNOWN_PAYMENT;
        }
        Pledge pledge = escrow.pledge(id).orElse(null);
        if (pledge instanceof Pledge.Confirmed) {
            return Effect.HEARD; // there is nothing to learn about a payment that has arrived
        }
        return switch (provider.lookUp(event.payment())) {
            case PaymentResult.NeverStarted never -> Effect.UNKNOWN_PAYMENT;
            case PaymentResult.Unknown unknown -> Effect.LATER;
            // Money that no pledge waits for is reported all the same: the escrow books it and gives it back.
            case PaymentResult.Captured captured -> told(event, id, captured);
            case PaymentResult other -> pledge instanceof Pledge.Held ? told(event, id, other) : Effect.HEARD;
        };
    }

    private Effect told(ProviderEvent event, String pledge, PaymentResult result) {
        return reports.report(event.campaign(), pledge, event.payment(), result)
                .map(decisions::await)
                .map(outcome -> outcome instanceof Outcome.Overloaded ? Effect.LATER : Effect.HEARD)
                .orElse(Effect.HEARD);
    }
}
