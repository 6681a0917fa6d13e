package quartier.pledge.checkout;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Escrows;
import quartier.pledge.escrow.Money;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.payment.PaymentResult;

/** Tells the escrow what the provider said about a payment. The same can be told any number of times. */
public final class PaymentReports {

    private final Escrows escrows;
    private final Clock clock;

    public PaymentReports(Escrows escrows, Clock clock) {
        this.escrows = escrows;
        this.clock = clock;
    }

    /** The decision, or empty where the answer changes nothing yet: the backer is still at the bank, for example. */
    public Optional<CompletableFuture<Outcome>> report(
            String campaign, String pledge, String payment, PaymentResult result) {
        return command(pledge, payment, result).map(command -> escrows.submit(campaign, command));
    }

    private Optional<Command> command(String pledge, String payment, PaymentResult result) {
        var now = clock.instant();
        return switch (result) {
            case PaymentResult.Captured captured -> {
                var money = new Money(
                        captured.amount().minorUnits(), captured.amount().currency());
                var fee = new Money(captured.feeMinorUnits(), money.currency());
                yield Optional.of(
                        new Command.PaymentConfirmed(now, pledge, payment, money, fee, captured.reversibleUntil()));
            }
            case PaymentResult.Declined declined ->
                Optional.of(new Command.PaymentDeclined(
                        now, pledge, payment, declined.reason().code()));
            case PaymentResult.Pending pending -> Optional.of(new Command.PaymentUnknown(now, pledge, payment));
            case PaymentResult.Unknown unknown -> Optional.of(new Command.PaymentUnknown(now, pledge, payment));
            case PaymentResult.ActionRequired action -> Optional.empty();
            // The request that starts it may be on its way; only the end of the hold settles that.
            case PaymentResult.NeverStarted never -> Optional.empty();
        };
    }
}
