package quartier.pledge.checkout;

import java.time.Clock;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.Pledge;
import quartier.pledge.payee.Payees;
import quartier.pledge.payment.PaymentProvider;
import quartier.pledge.payment.PaymentResult;
import quartier.pledge.payment.ProviderEvent;
import quartier.pledge.payment.ProviderEvent.Subject;

/**
 * Acts on what the provider tells on its own. What it tells is only a hint: its subject is read again, so that late,
 * repeated and reordered events all end in the same truth.
 */
public final class Webhooks {

    /** What a hint led to. */
    public enum Effect {
        /** Who is concerned knows now, or knew before. */
        HEARD,
        /** The same event was acted upon before. */
        HEARD_BEFORE,
        /** Neither we nor the provider know what it is about. */
        UNKNOWN_SUBJECT,
        /** Not now; the provider is to tell it again. */
        LATER
    }

    private final Escrows escrows;
    private final PaymentProvider provider;
    private final PaymentReports reports;
    private final Decisions decisions;
    private final Payees payees;
    private final HeardEvents heard;
    private final Clock clock;

    Webhooks(
            Escrows escrows,
            PaymentProvider provider,
            PaymentReports reports,
            Decisions decisions,
            Payees payees,
            HeardEvents heard,
            Clock clock) {
        this.escrows = escrows;
        this.provider = provider;
        this.reports = reports;
        this.decisions = decisions;
        this.payees = payees;
        this.heard = heard;
        this.clock = clock;
    }

    public Effect hear(ProviderEvent event) {
        if (event.subject() instanceof Subject.OfNoConcern) {
            return Effect.HEARD;
        }
        if (heard.contains(provider.name(), event)) {
            return Effect.HEARD_BEFORE;
        }
        Effect effect = switch (event.subject()) {
            case Subject.OfPayment(String payment, String campaign) -> hearOfPayment(payment, campaign);
            case Subject.OfDispute dispute -> Effect.HEARD;
            case Subject.OfPayout payout -> Effect.HEARD;
            case Subject.OfPayee(String reference) -> payees.hear(reference) ? Effect.HEARD : Effect.LATER;
            case Subject.OfNoConcern none -> Effect.HEARD;
        };
        if (effect == Effect.HEARD) {
            heard.add(provider.name(), event, clock.instant());
        }
        return effect;
    }

    private Effect hearOfPayment(String payment, String campaign) {
        Escrow escrow = escrows.find(campaign).orElse(null);
        String id = PaymentId.pledgeOf(payment).orElse(null);
        if (escrow == null || id == null) {
            return Effect.UNKNOWN_SUBJECT;
        }
        Pledge pledge = escrow.pledge(id).orElse(null);
        if (pledge instanceof Pledge.Confirmed) {
            return Effect.HEARD; // there is nothing to learn about a payment that has arrived
        }
        return switch (provider.lookUp(payment)) {
            case PaymentResult.NeverStarted never -> Effect.UNKNOWN_SUBJECT;
            case PaymentResult.Unknown unknown -> Effect.LATER;
            // Money that no pledge waits for is reported all the same: the escrow books it and gives it back.
            case PaymentResult.Captured captured -> told(campaign, id, payment, captured);
            case PaymentResult other ->
                pledge instanceof Pledge.Held ? told(campaign, id, payment, other) : Effect.HEARD;
        };
    }

    private Effect told(String campaign, String pledge, String payment, PaymentResult result) {
        return reports.report(campaign, pledge, payment, result)
                .map(decisions::await)
                .map(outcome -> outcome instanceof Outcome.Overloaded ? Effect.LATER : Effect.HEARD)
                .orElse(Effect.HEARD);
    }
}
