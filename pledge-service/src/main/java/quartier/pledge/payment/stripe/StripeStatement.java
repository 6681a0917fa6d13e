package quartier.pledge.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.BalanceTransactionSource;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.model.Transfer;
import com.stripe.model.TransferReversal;
import com.stripe.param.BalanceTransactionListParams;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quartier.pledge.payment.Slice;
import quartier.pledge.payment.StatementLine;
import quartier.pledge.payment.StatementLine.Kind;

/** The platform's balance transactions, under the names that we gave to what moved. */
final class StripeStatement {

    private final StripeClient stripe;

    StripeStatement(StripeClient stripe) {
        this.stripe = stripe;
    }

    Slice<StatementLine> since(Instant since, @Nullable String page, int limit) {
        var params = BalanceTransactionListParams.builder()
                .setCreated(BalanceTransactionListParams.Created.builder()
                        .setGte(since.getEpochSecond())
                        .build())
                .addExpand("data.source")
                .setLimit((long) Math.min(limit, 100));
        if (page != null) {
            params.setStartingAfter(page);
        }
        StripeCollection<BalanceTransaction> found =
                StripeCalls.answer(() -> stripe.v1().balanceTransactions().list(params.build()));
        List<StatementLine> lines =
                found.getData().stream().map(StripeStatement::line).toList();
        return new Slice<>(
                lines,
                Boolean.TRUE.equals(found.getHasMore())
                        ? found.getData().getLast().getId()
                        : null);
    }

    private static StatementLine line(BalanceTransaction moved) {
        Kind kind = kind(moved);
        return new StatementLine(
                moved.getId(),
                kind,
                kind == Kind.OWN || kind == Kind.OTHER ? moved.getId() : reference(moved),
                moved.getNet(),
                moved.getFee(),
                moved.getCurrency().toUpperCase(Locale.ROOT),
                Instant.ofEpochSecond(moved.getCreated()));
    }

    private static Kind kind(BalanceTransaction moved) {
        return switch (moved.getType()) {
            case "charge", "payment" -> Kind.CHARGE;
            case "refund", "payment_refund", "refund_failure", "payment_failure_refund" -> Kind.REFUND;
            case "transfer" -> Kind.PAYOUT;
            case "transfer_refund", "transfer_cancel", "transfer_failure" -> Kind.PAYOUT_RETURNED;
            case "adjustment" ->
                moved.getSourceObject() instanceof Dispute
                        ? moved.getAmount() < 0 ? Kind.DISPUTE : Kind.DISPUTE_WON
                        : Kind.OTHER;
            case "payout", "payout_failure", "payout_cancel", "stripe_fee", "tax_fee", "application_fee" -> Kind.OWN;
            default -> Kind.OTHER;
        };
    }

    private static String reference(BalanceTransaction moved) {
        BalanceTransactionSource source = moved.getSourceObject();
        String named = switch (source) {
            case Charge charge -> named(charge.getMetadata(), StripePayments.PAYMENT);
            case Refund refund -> named(refund.getMetadata(), StripeRefunds.REFUND);
            case Transfer transfer -> named(transfer.getMetadata(), StripePayouts.KEY);
            case TransferReversal reversal -> named(reversal.getMetadata(), StripePayouts.KEY);
            case Dispute dispute -> dispute.getId();
            case null, default -> null;
        };
        return named == null ? moved.getId() : named;
    }

    private static @Nullable String named(@Nullable Map<String, String> metadata, String name) {
        return metadata == null ? null : metadata.get(name);
    }
}
