package quartier.pledge.settlement;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import quartier.pledge.checkout.Decisions;
import quartier.pledge.checkout.PaymentReports;
import quartier.pledge.escrow.Command;
import quartier.pledge.escrow.Due;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.Outcome;
import quartier.pledge.escrow.Pledge;
import quartier.pledge.payment.Amount;
import quartier.pledge.payment.DeclineReason;
import quartier.pledge.payment.PayOut;
import quartier.pledge.payment.PaymentProvider;
import quartier.pledge.payment.PaymentResult;
import quartier.pledge.payment.PayoutResult;
import quartier.pledge.payment.RefundPayment;
import quartier.pledge.payment.RefundResult;

/**
 * Does one thing that is due, and reports it. It may die anywhere: what is due follows from the journal alone, and the
 * provider knows each request by a key that follows from the journal too, so doing it again moves no money twice.
 *
 * <p>A refund or payout that the provider refuses is tried {@code tries} times, each under a key of its own, before the
 * escrow hears that the attempt failed. A key whose answer is not known is repeated and never passed over.
 */
final class Settlement {

    private final Decisions decisions;
    private final PaymentReports reports;
    private final PaymentProvider provider;
    private final VerifiedPayees payees;
    private final Clock clock;
    private final int tries;
    private final MeterRegistry meters;

    Settlement(
            Decisions decisions,
            PaymentReports reports,
            PaymentProvider provider,
            VerifiedPayees payees,
            Clock clock,
            int tries,
            MeterRegistry meters) {
        this.decisions = decisions;
        this.reports = reports;
        this.provider = provider;
        this.payees = payees;
        this.clock = clock;
        this.tries = tries;
        this.meters = meters;
    }

    /**
     * @param refusals how many times the provider has refused it since this process began with it
     * @return what came of it
     */
    Step take(Escrow escrow, Due due, int refusals) {
        return switch (due) {
            case Due.DeadlineReached reached -> decided(escrow, new Command.ReachDeadline(clock.instant()));
            case Due.VerdictDue verdict -> decided(escrow, new Command.ResolveClosing(clock.instant()));
            case Due.HoldEnds hold -> endHold(escrow, hold.pledge(), hold.payment());
            case Due.PaymentToLookUp payment -> lookUp(escrow, payment.pledge(), payment.payment());
            case Due.RefundToMake refund -> refund(escrow, refund, refusals);
            case Due.PayoutToMake payout -> payOut(escrow, payout, refusals);
            case Due.ConfirmationMissed missed ->
                decided(escrow, new Command.ExpireHold(clock.instant(), missed.pledge()));
            case Due.LenderToRepay part -> repay(escrow, part, refusals);
            case Due.ArrearsToMark arrears -> decided(escrow, new Command.MarkArrears(clock.instant()));
        };
    }

    /** What came of trying. */
    enum Step {
        /** The escrow has heard of it. */
        DONE,
        /** Nothing is known yet: the same again, later. */
        LATER,
        /** The provider said no: once more under another key, later. */
        REFUSED
    }

    private Step endHold(Escrow escrow, String pledge, String payment) {
        return switch (provider.lookUp(payment)) {
            case PaymentResult.ActionRequired abandoned ->
                decided(escrow, new Command.ExpireHold(clock.instant(), pledge));
            case PaymentResult.NeverStarted never -> decided(escrow, new Command.ExpireHold(clock.instant(), pledge));
            case PaymentResult other -> told(escrow, pledge, payment, other);
        };
    }

    private Step lookUp(Escrow escrow, String pledge, String payment) {
        PaymentResult result = provider.lookUp(payment);
        boolean nobodyPaid =
                result instanceof PaymentResult.ActionRequired || result instanceof PaymentResult.NeverStarted;
        if (nobodyPaid && holdIsOver(escrow, pledge)) {
            String reason = DeclineReason.NEVER_STARTED.code();
            return decided(escrow, new Command.PaymentDeclined(clock.instant(), pledge, payment, reason));
        }
        boolean known = result instanceof PaymentResult.Captured || result instanceof PaymentResult.Declined;
        return known ? told(escrow, pledge, payment, result) : Step.LATER;
    }

    private Step told(Escrow escrow, String pledge, String payment, PaymentResult result) {
        return reports.report(escrow.campaign(), pledge, payment, result)
                .map(decisions::await)
                .map(Settlement::stepOf)
                .orElse(Step.LATER);
    }

    private Step refund(Escrow escrow, Due.RefundToMake due, int refusals) {
        String payment = due.money().payment();
        String refund = due.money().id();
        String key = refund + "-r" + due.attempt() + "." + (refusals + 1);
        var amount = new Amount(due.money().amountMinorUnits(), escrow.terms().currency());
        return switch (provider.refund(new RefundPayment(key, refund, payment, escrow.campaign(), amount))) {
            case RefundResult.RefundSucceeded succeeded -> {
                count("quartier.settlement.refunds", "succeeded");
                yield decided(escrow, new Command.RefundSucceeded(clock.instant(), refund));
            }
            case RefundResult.RefundFailed failed -> {
                count("quartier.settlement.refunds", "failed");
                yield refusals + 1 < tries
                        ? Step.REFUSED
                        : decided(
                                escrow,
                                new Command.RefundFailed(clock.instant(), refund, due.attempt(), failed.reason()));
            }
            case RefundResult.RefundPending pending -> Step.LATER;
            case RefundResult.Unknown unknown -> Step.LATER;
        };
    }

    /** Nobody is paid whose identity the provider has not checked: the payout waits, and the statement says for what. */
    private Step payOut(Escrow escrow, Due.PayoutToMake due, int refusals) {
        return payees.verified(due.owner())
                .map(payee -> payOut(escrow, due, payee, refusals))
                .orElse(Step.LATER);
    }

    private Step payOut(Escrow escrow, Due.PayoutToMake due, String payee, int refusals) {
        String key = escrow.campaign() + "-" + due.payout() + "-p" + due.attempt() + "." + (refusals + 1);
        var amount = new Amount(due.amount().minorUnits(), due.amount().currency());
        return switch (provider.payOut(new PayOut(key, due.payout(), escrow.campaign(), payee, amount))) {
            case PayoutResult.PaidOut paid -> paidOut(escrow, due, key);
            case PayoutResult.PayoutFailed failed -> {
                count("quartier.settlement.payouts", "failed");
                yield refusals + 1 < tries
                        ? Step.REFUSED
                        : decided(
                                escrow,
                                new Command.PayoutFailed(
                                        clock.instant(), due.payout(), due.attempt(), failed.reason()));
            }
            // It was paid and came back before anybody heard of the first: both are booked, in their order.
            case PayoutResult.PayoutReturned returned ->
                paidOut(escrow, due, key) == Step.DONE
                        ? decided(
                                escrow,
                                new Command.PayoutReturned(
                                        clock.instant(), due.payout(), due.attempt(), returned.reason()))
                        : Step.LATER;
            case PayoutResult.PayoutPending pending -> Step.LATER;
            case PayoutResult.NoSuchPayout none -> Step.LATER;
            case PayoutResult.Unknown unknown -> Step.LATER;
        };
    }

    private Step paidOut(Escrow escrow, Due.PayoutToMake due, String key) {
        count("quartier.settlement.payouts", "succeeded");
        return decided(escrow, new Command.PayoutSucceeded(clock.instant(), due.payout(), due.attempt(), key));
    }

    /** A lender's part goes back on the payment by which the loan came. */
    private Step repay(Escrow escrow, Due.LenderToRepay due, int refusals) {
        String part = due.payment() + "-" + due.repayment();
        String key = part + "-l" + due.attempt() + "." + (refusals + 1);
        var amount = new Amount(due.amount().minorUnits(), due.amount().currency());
        return switch (provider.refund(new RefundPayment(key, part, due.payment(), escrow.campaign(), amount))) {
            case RefundResult.RefundSucceeded succeeded ->
                decided(escrow, new Command.LenderRepaid(clock.instant(), due.repayment(), due.payment(), part));
            case RefundResult.RefundFailed failed ->
                refusals + 1 < tries
                        ? Step.REFUSED
                        : decided(
                                escrow,
                                new Command.LenderRepaymentFailed(
                                        clock.instant(),
                                        due.repayment(),
                                        due.payment(),
                                        due.attempt(),
                                        failed.reason()));
            case RefundResult.RefundPending pending -> Step.LATER;
            case RefundResult.Unknown unknown -> Step.LATER;
        };
    }

    private boolean holdIsOver(Escrow escrow, String pledge) {
        Instant now = clock.instant();
        Optional<Pledge> held = escrow.pledge(pledge);
        return held.isPresent() && held.get() instanceof Pledge.Waiting hold && !now.isBefore(hold.holdUntil());
    }

    private Step decided(Escrow escrow, Command command) {
        return stepOf(decisions.of(escrow.campaign(), command));
    }

    private static Step stepOf(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted accepted -> Step.DONE;
            // Somebody else was faster, or it is too early by the escrow's own rules: look again later.
            case Outcome.Rejected rejected -> Step.LATER;
            case Outcome.Overloaded full -> Step.LATER;
        };
    }

    private void count(String name, String result) {
        meters.counter(name, "result", result).increment();
    }
}
