package quartier.pledge.checkout;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.BackerKind;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Money;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.Pledge;
import quartier.pledge.escrow.Rejection;
import quartier.pledge.escrow.Visibility;

/**
 * Places pledges. The hold, which names the payment, is stored first; only then is the provider asked for the money;
 * its answer is a second command. Whatever is interrupted in between is finished by a repetition of the request, by the
 * provider's webhook, or at the end of the hold.
 */
public final class Checkout {

    /**
     * A wish to pledge.
     *
     * @param pledge the same for each repetition of the same request
     * @param loan lend it instead of giving it
     * @param rewardWaived do without the tier's reward
     * @param method the card or the provider's token; passed on, never kept. Null where the provider asks for it on its own
     *     page
     * @param fingerprint of the request, to tell its repetition from another under the same key
     * @param reviewReasons why somebody should look at it before the verdict
     */
    public record Wish(
            String pledge,
            String campaign,
            String backer,
            @Nullable String organisation,
            BackerKind backerKind,
            Money amount,
            @Nullable String tier,
            Visibility visibility,
            boolean loan,
            boolean rewardWaived,
            String fingerprint,
            List<String> reviewReasons,
            @Nullable String method,
            @Nullable URI returnUrl) {

        @Override
        public String toString() {
            return "Wish[pledge=" + pledge + ", campaign=" + campaign + ", amount=" + amount + "]";
        }
    }

    /** What became of a wish. */
    public sealed interface Placement {

        /** @param action where the backer has to go now, if the bank wants to see them */
        record Placed(
                Escrow escrow, Pledge pledge, @Nullable URI action) implements Placement {}

        record Refused(Rejection reason) implements Placement {}

        /** The campaign's queue is full; nothing happened. */
        record Busy(Duration retryAfter) implements Placement {}
    }

    private final Decisions decisions;
    private final Till till;
    private final Clock clock;
    private final Duration hold;
    private final MeterRegistry meters;

    Checkout(Decisions decisions, Till till, Clock clock, Duration hold, MeterRegistry meters) {
        this.decisions = decisions;
        this.till = till;
        this.clock = clock;
        this.hold = hold;
        this.meters = meters;
    }

    public Placement place(Wish wish) {
        Placement placement = switch (decisions.of(wish.campaign(), command(wish))) {
            case Outcome.Overloaded full -> new Placement.Busy(full.retryAfter());
            case Outcome.Rejected refused -> new Placement.Refused(refused.reason());
            case Outcome.Accepted accepted ->
                pay(wish, accepted.escrow(), accepted.events().isEmpty());
        };
        count(placement);
        return placement;
    }

    private Placement pay(Wish wish, Escrow escrow, boolean repeated) {
        Pledge pledge = Till.in(escrow, wish.pledge());
        if (!(pledge instanceof Pledge.Held held)) {
            return new Placement.Placed(escrow, pledge, null); // a repetition of what is decided
        }
        Till.Asked asked = till.ask(escrow, held, wish.method(), wish.returnUrl(), repeated);
        return new Placement.Placed(asked.escrow(), asked.pledge(), asked.action());
    }

    private Command command(Wish wish) {
        return new Command.PlacePledge(
                clock.instant(),
                wish.pledge(),
                wish.backer(),
                wish.organisation(),
                wish.backerKind(),
                wish.amount(),
                wish.tier(),
                wish.visibility(),
                wish.fingerprint(),
                PaymentId.of(wish.pledge()),
                hold,
                wish.loan(),
                wish.rewardWaived(),
                wish.reviewReasons());
    }

    private void count(Placement placement) {
        String result = switch (placement) {
            case Placement.Placed placed ->
                placed.escrow().status(placed.pledge()).name().toLowerCase(Locale.ROOT);
            case Placement.Refused refused -> refused.reason().getClass().getSimpleName();
            case Placement.Busy busy -> "busy";
        };
        meters.counter("quartier.pledges.decided", "result", result).increment();
    }
}
