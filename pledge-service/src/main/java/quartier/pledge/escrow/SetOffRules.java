package quartier.pledge.escrow;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a lost dispute took and the platform bears is set off against what its payment still owes to its payer and the
 * provider refused to give back: the payer has that money from their bank.
 *
 * <p>It takes first what the campaign keeps of the payment; only the rest ends debts. That is exactly what the provider
 * can't give back any more, so nobody loses a refund that could still be made, and nobody gets one twice. What is due and
 * not refused may have gone already: it waits for the provider's answer.
 */
final class SetOffRules {

    private SetOffRules() {}

    /** The next debt that ends because of this event, which the escrow has seen; null when there is none (any more). */
    static @Nullable Event next(Escrow escrow, Event event) {
        String payment = payment(event);
        if (payment == null) {
            return null;
        }
        List<Dispute> lost = escrow.disputes()
                .filter(dispute ->
                        dispute.isBorneByThePlatform() && dispute.payment().equals(payment))
                .sorted(Comparator.comparing(Dispute::id))
                .toList();
        long left = lost.stream().mapToLong(Dispute::leftMinorUnits).sum() - kept(escrow, payment, lost);
        if (left <= 0) {
            return null;
        }
        Dispute from = lost.stream()
                .filter(dispute -> dispute.leftMinorUnits() > 0)
                .findFirst()
                .orElseThrow();
        long most = Math.min(left, from.leftMinorUnits());
        return refund(escrow, event, payment, from, most)
                .or(() -> part(escrow, event, payment, from, most))
                .orElse(null);
    }

    /** Whose debts may end: after a refusal, after what leaves less to be given back, and with the bank's decision. */
    private static @Nullable String payment(Event event) {
        return switch (event) {
            case Event.RefundRefused e -> e.money().payment();
            case Event.Refunded e -> e.money().payment();
            case Event.LenderRepaymentRefused e -> e.part().payment();
            case Event.DisputeResolved e -> e.dispute().payment();
            default -> null;
        };
    }

    /** What was lent is not kept: all of it goes back. */
    private static long kept(Escrow escrow, String payment, List<Dispute> lost) {
        boolean goesBack =
                escrow.refunds.contains(payment) || escrow.loans.lent().contains(payment);
        if (goesBack || lost.isEmpty()) {
            return 0;
        }
        Pledge pledge = escrow.pledges.get(lost.getFirst().pledge());
        return pledge instanceof Pledge.Confirmed || pledge instanceof Pledge.Changing
                ? pledge.paid().stream()
                        .filter(paid -> paid.payment().equals(payment))
                        .mapToLong(Paid::amountMinorUnits)
                        .sum()
                : 0;
    }

    private static Optional<Event> refund(Escrow escrow, Event cause, String payment, Dispute from, long most) {
        return escrow.failedRefunds()
                .map(Refund.Failed::of)
                .filter(money -> money.payment().equals(payment))
                .min(Comparator.comparing(Returned::id))
                .map(money ->
                        new Event.RefundSetOff(cause.at(), money, from.id(), Math.min(most, money.amountMinorUnits())));
    }

    private static Optional<Event> part(Escrow escrow, Event cause, String payment, Dispute from, long most) {
        return escrow.loans.pending().stream()
                .flatMap(part -> part instanceof RepaymentPart.Failed failed ? Stream.of(failed) : Stream.of())
                .filter(failed -> failed.payment().equals(payment))
                .min(Comparator.comparing(RepaymentPart::id))
                .map(failed -> new Event.LenderRepaymentSetOff(
                        cause.at(), failed, from.id(), Math.min(most, failed.amountMinorUnits())));
    }
}
