package quartier.pledge.escrow;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of a campaign's escrow. Each can be sent again at will: what has been done already is answered as
 * accepted, with no events.
 */
public sealed interface Command {

    /** When it was asked, by the clock of who asked. */
    Instant at();

    /** @param owner the member whom the money is for */
    record OpenCampaign(Instant at, String owner, Terms terms) implements Command {}

    /**
     * Promises money and holds it until {@code at + hold}, while the payment is made. The payment is started with the
     * provider only after this has been accepted: the intent is stored first.
     *
     * @param fingerprint of the request's body; another one under the same pledge id is refused
     * @param payment our id of the payment to start, unique for ever
     */
    record PlacePledge(
            Instant at,
            String pledge,
            String backer,
            @Nullable String organisation,
            BackerKind backerKind,
            Money amount,
            @Nullable String tier,
            Visibility visibility,
            String fingerprint,
            String payment,
            Duration hold)
            implements Command {}

    /**
     * The provider captured money. For a pledge that no longer waits for it (or a second time, or another amount) the
     * money is booked and its refund becomes due.
     *
     * @param payment the id given in {@link PlacePledge}, or the provider's own for a payment that nobody asked for
     * @param fee what the provider keeps of it, zero or more
     */
    record PaymentConfirmed(Instant at, String pledge, String payment, Money captured, Money fee) implements Command {}

    record PaymentDeclined(Instant at, String pledge, String payment, String reason) implements Command {}

    /** The provider timed out or is still working on it: the hold waits for it beyond its time. */
    record PaymentUnknown(Instant at, String pledge, String payment) implements Command {}

    /** The provider was asked and knows of no payment under way; the hold's time is over. */
    record ExpireHold(Instant at, String pledge) implements Command {}

    /** By the backer. The caller has checked that it is theirs. */
    record CancelPledge(Instant at, String pledge) implements Command {}

    record ReachDeadline(Instant at) implements Command {}

    /** Asks for the verdict of a closing campaign; after the limit of closing the remaining holds expire first. */
    record ResolveClosing(Instant at) implements Command {}

    record SuspendCampaign(Instant at, String reason) implements Command {}

    record ResumeCampaign(Instant at) implements Command {}

    record CancelCampaign(Instant at, String reason) implements Command {}

    record RefundSucceeded(Instant at, String payment) implements Command {}

    record RefundFailed(Instant at, String payment, int attempt, String failure) implements Command {}

    record RetryRefund(Instant at, String payment) implements Command {}

    record PayoutSucceeded(Instant at, String reference) implements Command {}

    record PayoutFailed(Instant at, int attempt, String failure) implements Command {}

    record RetryPayout(Instant at) implements Command {}
}
