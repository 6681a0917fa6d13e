package quartier.pledge.payment.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
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
        List<StatementLine> lines = new ArrayList<>();
        Instant from = from(since, page);
        payments.movedSince(from).forEach(moved -> add(moved, lines));
        payouts.movedSince(from).forEach(payout -> add(payout, lines));
        lines.removeIf(line -> line.at().isBefore(since));
        return slice(lines, line -> line.at().toEpochMilli() + " " + line.id(), page, limit);
    }

    private static void add(SandboxPayments.Movements moved, List<StatementLine> lines) {
        SandboxPayment payment = moved.payment();
        String currency = payment.amount().currency();
        Instant capturedAt = payment.capturedAt();
        if (payment.status() == Status.CAPTURED && capturedAt != null) {
            long fee = payment.feeMinorUnits();
            lines.add(new StatementLine(
                    "txn_" + payment.id(),
                    Kind.CHARGE,
                    payment.id(),
                    payment.amount().minorUnits() - fee,
                    fee,
                    currency,
                    capturedAt));
        }
        moved.refunds()
                .forEach(refund -> lines.add(new StatementLine(
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

    private static void add(Dispute dispute, String currency, List<StatementLine> lines) {
        lines.add(new StatementLine(
                "txn_" + dispute.id(),
                Kind.DISPUTE,
                dispute.id(),
                -dispute.minorUnits() - dispute.feeMinorUnits(),
                dispute.feeMinorUnits(),
                currency,
                dispute.openedAt()));
        Instant closedAt = dispute.closedAt();
        if (dispute.status() == DisputeResult.Status.WON && closedAt != null) {
            lines.add(new StatementLine(
                    "txn_" + dispute.id() + "_won",
                    Kind.DISPUTE_WON,
                    dispute.id(),
                    dispute.minorUnits(),
                    0,
                    currency,
                    closedAt));
        }
    }

    private static void add(SandboxPayouts.Payout payout, List<StatementLine> lines) {
        String key = payout.request().key();
        long amount = payout.request().amount().minorUnits();
        String currency = payout.request().amount().currency();
        lines.add(new StatementLine("txn_" + key, Kind.PAYOUT, key, -amount, 0, currency, payout.at()));
        Instant returnedAt = payout.returnedAt();
        if (returnedAt != null) {
            lines.add(new StatementLine(
                    "txn_" + key + "_returned", Kind.PAYOUT_RETURNED, key, amount, 0, currency, returnedAt));
        }
    }

    /** What a page has is not before the last of the page before it, whose time its name begins with. */
    static Instant from(Instant since, @Nullable String page) {
        return page == null ? since : Instant.ofEpochMilli(Long.parseLong(page.substring(0, page.indexOf(' '))));
    }

    /**
     * One page of a list, in the order of its keys.
     *
     * @param key unique, beginning with the milliseconds of its time; the last one of a page names the next
     */
    static <T> Slice<T> slice(List<T> all, Function<T, String> key, @Nullable String page, int limit) {
        List<T> left = all.stream()
                .filter(item -> page == null || key.apply(item).compareTo(page) > 0)
                .sorted(Comparator.comparing(key))
                .limit(limit + 1L)
                .toList();
        return left.size() > limit
                ? new Slice<>(left.subList(0, limit), key.apply(left.get(limit - 1)))
                : new Slice<>(left, null);
    }
}
