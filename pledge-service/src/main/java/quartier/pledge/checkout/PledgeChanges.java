package quartier.pledge.checkout;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Money;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.Pledge;
import quartier.pledge.escrow.Rejection;
import quartier.pledge.payment.DeclineReason;
import quartier.pledge.payment.PaymentProvider;
import quartier.pledge.payment.PaymentResult;

/**
 * Changes pledges as their backers wish. What a pledge costs more is held and paid as a new pledge is, and it counts as
 * before until then; what it costs less is owed back with the decision.
 */
public final class PledgeChanges {

    /**
     * A wish to change a pledge.
     *
     * @param change the same for each repetition of the same request
     * @param amount of the whole pledge afterwards
     * @param pays whether it costs more than before
     * @param method the card or the provider's token for the difference; passed on, never kept. Null where the provider asks
     *     for it on its own page
     * @param fingerprint of the request, to tell its repetition from another under the same key
     */
    public record Wish(
            String change,
            String pledge,
            String campaign,
            Money amount,
            @Nullable String tier,
            boolean rewardWaived,
            String fingerprint,
            boolean pays,
            @Nullable String method,
            @Nullable URI returnUrl) {

        @Override
        public String toString() {
            return "Wish[change=" + change + ", pledge=" + pledge + ", amount=" + amount + "]";
        }
    }

    /** What became of a wish. */
    public sealed interface Result {

        /** The pledge is as wished. */
        record Changed(Escrow escrow, Pledge pledge) implements Result {}

        /**
         * The difference is being paid.
         *
         * @param action where the backer has to go now, if the bank wants to see them
         */
        record Paying(
                Escrow escrow,
                Pledge.Waiting pledge,
                @Nullable URI action) implements Result {}

        /**
         * The difference was not paid; the pledge counts as before.
         *
         * @param reason the provider's, or null when its time ran out
         */
        record NotPaid(
                Escrow escrow, Pledge pledge, @Nullable DeclineReason reason) implements Result {}

        record Refused(Rejection reason) implements Result {}

        /** The campaign's queue is full; nothing happened. */
        record Busy(Duration retryAfter) implements Result {}
    }

    private final Decisions decisions;
    private final Till till;
    private final PaymentProvider provider;
    private final Clock clock;
    private final Duration hold;
    private final MeterRegistry meters;

    PledgeChanges(
            Decisions decisions,
            Till till,
            PaymentProvider provider,
            Clock clock,
            Duration hold,
            MeterRegistry meters) {
        this.decisions = decisions;
        this.till = till;
        this.provider = provider;
        this.clock = clock;
        this.hold = hold;
        this.meters = meters;
    }

    public Result change(Wish wish) {
        Result result = switch (decisions.of(wish.campaign(), command(wish))) {
            case Outcome.Overloaded full -> new Result.Busy(full.retryAfter());
            case Outcome.Rejected refused -> new Result.Refused(refused.reason());
            case Outcome.Accepted accepted ->
                settle(wish, accepted.escrow(), accepted.events().isEmpty());
        };
        count(result);
        return result;
    }

    private Result settle(Wish wish, Escrow escrow, boolean repeated) {
        Pledge pledge = Till.in(escrow, wish.pledge());
        if (!(pledge instanceof Pledge.Waiting waiting) || !waiting.payment().equals(payment(wish))) {
            return repeated ? asBefore(wish, escrow, pledge) : new Result.Changed(escrow, pledge);
        }
        if (!wish.pays()) {
            return new Result.Paying(escrow, waiting, null);
        }
        Till.Asked asked = till.ask(escrow, waiting, wish.method(), wish.returnUrl(), repeated);
        return switch (asked.pledge()) {
            case Pledge.Waiting open -> new Result.Paying(asked.escrow(), open, asked.action());
            case Pledge decided when hasPaid(decided, wish) -> new Result.Changed(asked.escrow(), decided);
            case Pledge decided -> new Result.NotPaid(asked.escrow(), decided, asked.declined());
        };
    }

    /** Says again what the same request led to: the escrow knows what was paid, the provider why something was not. */
    private Result asBefore(Wish wish, Escrow escrow, Pledge pledge) {
        if (hasPaid(pledge, wish)) {
            return new Result.Changed(escrow, pledge);
        }
        return switch (provider.lookUp(payment(wish))) {
            case PaymentResult.Declined declined -> new Result.NotPaid(escrow, pledge, declined.reason());
            case PaymentResult other ->
                !wish.pays() || isAsWished(pledge, wish)
                        ? new Result.Changed(escrow, pledge)
                        : new Result.NotPaid(escrow, pledge, null);
        };
    }

    private static boolean hasPaid(Pledge pledge, Wish wish) {
        return pledge.paid().stream().anyMatch(paid -> paid.payment().equals(payment(wish)));
    }

    private static boolean isAsWished(Pledge pledge, Wish wish) {
        return pledge.promise().amountMinorUnits() == wish.amount().minorUnits();
    }

    private Command command(Wish wish) {
        return new Command.ChangePledge(
                clock.instant(),
                wish.change(),
                wish.pledge(),
                wish.amount(),
                wish.tier(),
                wish.rewardWaived(),
                wish.fingerprint(),
                payment(wish),
                hold);
    }

    private static String payment(Wish wish) {
        return PaymentId.ofChange(wish.pledge(), wish.change());
    }

    private void count(Result result) {
        String word = switch (result) {
            case Result.Refused refused -> refused.reason().getClass().getSimpleName();
            case Result other -> other.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        };
        meters.counter("quartier.changes.decided", "result", word).increment();
    }
}
