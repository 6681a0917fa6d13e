package quartier.pledge.payment.sandbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import quartier.pledge.payment.DisputeResult;
import quartier.pledge.payment.Slice;
import quartier.pledge.payment.StatementLine;
import quartier.pledge.payment.StatementLine.Kind;
import quartier.pledge.payment.sandbox.SandboxPayment.Dispute;
import quartier.pledge.payment.sandbox.SandboxPayment.Status;

/** What moved, out of the bank's books; and how the bank pages its lists. */
final class SandboxStatement {

    private final SandboxPayments payments;
    private final SandboxPayouts payouts;

    SandboxStatement(SandboxPayments payments, SandboxPayouts payouts) {
        this.payments = payments;
        this.payouts = payouts;
    }

    Slice<StatementLine> since(Instant since, @Nullable String page, int limit) {
        var lines = new SandboxSlice<>(since, page, limit, StatementLine::at, StatementLine::id);
        payments.forEachMovedSince(lines.from(), moved -> add(moved, lines));
        payouts.movedSince(lines.from()).forEach(payout -> add(payout, lines));
        return lines.get();
    }

    private static void add(SandboxPayments.Movements moved, SandboxSlice<StatementLine> lines) {
        SandboxPayment payment = moved.payment();
        String currency = payment.amount().currency();
        Instant capturedAt = payment.capturedAt();
        if (payment.status() == Status.CAPTURED && capturedAt != null) {
            long fee = payment.feeMinorUnits();
            lines.offer(new StatementLine(
                    "txn_" + payment.id(),
                    Kind.CHARGE,
                    payment.id(),
                    payment.amount().minorUnits() - fee,
                    fee,
                    currency,
                    capturedAt));
        }
        moved.refunds()
                .forEach(refund -> lines.offer(new StatementLine(
                        "txn_" + refund.key(),
                        Kind.REFUND,
                        refund.refund(),
                        -refund.minorUnits(),
                        0,
                        currency,
                        refund.at())));
        Dispute dispute = payment.dispute();
        if (dispute != null) {
            add(dispute, currency, lines);
        }
    }

    private static void add(Dispute dispute, String currency, SandboxSlice<StatementLine> lines) {
        lines.offer(new StatementLine(
                "txn_" + dispute.id(),
                Kind.DISPUTE,
                dispute.id(),
                -dispute.minorUnits() - dispute.feeMinorUnits(),
                dispute.feeMinorUnits(),
                currency,
                dispute.openedAt()));
        Instant closedAt = dispute.closedAt();
        if (dispute.status() == DisputeResult.Status.WON && closedAt != null) {
            lines.offer(new StatementLine(
                    "txn_" + dispute.id() + "_won",
                    Kind.DISPUTE_WON,
                    dispute.id(),
                    dispute.minorUnits(),
                    0,
                    currency,
                    closedAt));
        }
    }

    private static void add(SandboxPayouts.Payout payout, SandboxSlice<StatementLine> lines) {
        String key = payout.request().key();
        long amount = payout.request().amount().minorUnits();
        String currency = payout.request().amount().currency();
        lines.offer(new StatementLine("txn_" + key, Kind.PAYOUT, key, -amount, 0, currency, payout.at()));
        Instant returnedAt = payout.returnedAt();
        if (returnedAt != null) {
            lines.offer(new StatementLine(
                    "txn_" + key + "_returned", Kind.PAYOUT_RETURNED, key, amount, 0, currency, returnedAt));
        }
    }
}
