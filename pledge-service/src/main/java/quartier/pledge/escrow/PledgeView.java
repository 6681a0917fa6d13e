package quartier.pledge.escrow;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A pledge as it can be shown and queried.
 *
 * @param reason why it was declined, if it was
 * @param refundReason why its money goes or went back, if it does
 * @param confirmedAt when its payment was captured
 * @param matchedMinorUnits what sponsors put beside it
 */
public record PledgeView(
        String campaign,
        Promise promise,
        String currency,
        PledgeStatus status,
        @Nullable String reason,
        @Nullable RefundReason refundReason,
        @Nullable Instant confirmedAt,
        long matchedMinorUnits) {

    public static PledgeView of(Escrow escrow, Pledge pledge) {
        return new PledgeView(
                escrow.campaign(),
                pledge.promise(),
                escrow.terms().currency(),
                escrow.status(pledge),
                pledge instanceof Pledge.Declined declined ? declined.reason() : null,
                refundReason(escrow, pledge),
                switch (pledge) {
                    case Pledge.Confirmed confirmed -> confirmed.confirmedAt();
                    case Pledge.Changing changing -> changing.before().confirmedAt();
                    case Pledge.Disputed disputed -> disputed.confirmedAt();
                    case Pledge other -> null;
                },
                escrow.matched(pledge.promise().pledge()));
    }

    private static @Nullable RefundReason refundReason(Escrow escrow, Pledge pledge) {
        return Stream.concat(
                        Stream.of(pledge.promise().payment()),
                        pledge.paid().stream().map(Paid::payment))
                .flatMap(payment -> escrow.refund(payment).stream())
                .map(refund -> refund.of().reason())
                .findFirst()
                .orElse(null);
    }
}
