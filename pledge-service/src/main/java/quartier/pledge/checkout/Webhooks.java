package quartier.pledge.checkout;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.Money;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.Payout;
import quartier.pledge.escrow.Pledge;
import quartier.pledge.escrow.Rejection;
import quartier.pledge.payment.DisputeResult;
import quartier.pledge.payment.PaymentProvider;
import quartier.pledge.payment.PaymentResult;
import quartier.pledge.payment.PayoutResult;
import quartier.pledge.payment.ProviderEvent;
import quartier.pledge.payment.ProviderEvent.Subject;

/**
 * Acts on what the provider tells on its own. What it tells is only a hint: its subject is read again, so that late,
 * repeated and reordered events all end in the same truth.
 */
public final class Webhooks {

    private static final Logger log = LoggerFactory.getLogger(Webhooks.class);

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
    private final Predicate<String> payees;
    private final HeardEvents heard;
    private final Clock clock;

    Webhooks(
            Escrows escrows,
            PaymentProvider provider,
            PaymentReports reports,
            Decisions decisions,
            Predicate<String> payees,
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
            case Subject.OfDispute(String dispute, String payment, String campaign) ->
                hearOfDispute(dispute, payment, campaign);
            case Subject.OfPayout payout -> hearOfPayout(payout);
            case Subject.OfPayee(String reference) -> payees.test(reference) ? Effect.HEARD : Effect.LATER;
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
        if (pledge != null
                && pledge.paid().stream().anyMatch(paid -> paid.payment().equals(payment))) {
            return Effect.HEARD; // there is nothing to learn about a payment that has arrived
        }
        return switch (provider.lookUp(payment)) {
            case PaymentResult.NeverStarted never -> Effect.UNKNOWN_SUBJECT;
            case PaymentResult.Unknown unknown -> Effect.LATER;
            // Money that no pledge waits for is reported all the same: the escrow books it and gives it back.
            case PaymentResult.Captured captured -> told(campaign, id, payment, captured);
            case PaymentResult other ->
                pledge instanceof Pledge.Waiting waiting && waiting.payment().equals(payment)
                        ? told(campaign, id, payment, other)
                        : Effect.HEARD;
        };
    }

    private Effect told(String campaign, String pledge, String payment, PaymentResult result) {
        return reports.report(campaign, pledge, payment, result)
                .map(decisions::await)
                .map(outcome -> outcome instanceof Outcome.Overloaded ? Effect.LATER : Effect.HEARD)
                .orElse(Effect.HEARD);
    }

    /** Opened first, whatever the event says, so that an end that overtook its beginning finds one. */
    private Effect hearOfDispute(String dispute, String payment, String campaign) {
        String pledge = PaymentId.pledgeOf(payment).orElse(null);
        if (pledge == null || escrows.find(campaign).isEmpty()) {
            return Effect.UNKNOWN_SUBJECT;
        }
        return switch (provider.lookUpDispute(dispute)) {
            case DisputeResult.NoSuchDispute none -> Effect.UNKNOWN_SUBJECT;
            case DisputeResult.Unknown unknown -> Effect.LATER;
            case DisputeResult.Known known ->
                known.status() == DisputeResult.Status.INQUIRY ? Effect.HEARD : told(campaign, pledge, known);
        };
    }

    private Effect told(String campaign, String pledge, DisputeResult.Known known) {
        Instant now = clock.instant();
        String currency = known.amount().currency();
        Effect opened = decided(
                campaign,
                new Command.DisputeOpened(
                        now,
                        known.dispute(),
                        pledge,
                        known.payment(),
                        new Money(known.amount().minorUnits(), currency),
                        new Money(known.feeMinorUnits(), currency)));
        if (opened != Effect.HEARD) {
            return opened;
        }
        return switch (known.status()) {
            case OPEN, INQUIRY -> Effect.HEARD;
            case WON -> decided(campaign, new Command.DisputeWon(now, known.dispute()));
            case LOST -> decided(campaign, new Command.DisputeLost(now, known.dispute()));
        };
    }

    /** Only what came back is news: whoever asked for a payout asks how it went, until it is known. */
    private Effect hearOfPayout(Subject.OfPayout payout) {
        Payout known = escrows.find(payout.campaign())
                .flatMap(escrow -> escrow.payout(payout.payout()))
                .orElse(null);
        if (known == null) {
            return Effect.UNKNOWN_SUBJECT;
        }
        return switch (known) {
            case Payout.Done done when done.reference().equals(payout.key()) -> hearOfReturn(payout, done);
            // It came back before we knew that it went: that comes first, and this again.
            case Payout.Due due
            when provider.lookUpPayout(payout.key()) instanceof PayoutResult.PayoutReturned -> Effect.LATER;
            case Payout other -> Effect.HEARD;
        };
    }

    private Effect hearOfReturn(Subject.OfPayout payout, Payout.Done done) {
        return switch (provider.lookUpPayout(payout.key())) {
            case PayoutResult.PayoutReturned returned ->
                decided(
                        payout.campaign(),
                        new Command.PayoutReturned(clock.instant(), done.id(), done.attempt(), returned.reason()));
            case PayoutResult.Unknown unknown -> Effect.LATER;
            case PayoutResult other -> Effect.HEARD;
        };
    }

    private Effect decided(String campaign, Command command) {
        return switch (decisions.of(campaign, command)) {
            case Outcome.Accepted accepted -> Effect.HEARD;
            // The disputed payment itself was not heard of yet: it comes first, and this again.
            case Outcome.Rejected(Rejection.UnknownPledge unknown) -> Effect.LATER;
            case Outcome.Rejected refused -> {
                log.error("Campaign {} refuses what the provider says: {}", campaign, refused.reason());
                yield Effect.UNKNOWN_SUBJECT;
            }
            case Outcome.Overloaded full -> Effect.LATER;
        };
    }
}
