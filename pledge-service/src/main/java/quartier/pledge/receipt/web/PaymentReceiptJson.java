package quartier.pledge.receipt.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import quartier.pledge.receipt.PaymentReceipt;

/** What was paid for a pledge and went back. {@code taxReceipt} is always false: it says what this is not. */
record PaymentReceiptJson(
        String pledge,
        String campaign,
        @Nullable String project,
        String payment,
        MoneyJson amount,
        Instant paidAt,
        boolean taxReceipt,
        MoneyJson refunded,
        List<RefundJson> refunds,
        String pdf) {

    record RefundJson(
            String reference,
            MoneyJson amount,
            String reason,
            String state,
            @Nullable Instant at) {}

    static PaymentReceiptJson of(PaymentReceipt receipt) {
        return new PaymentReceiptJson(
                receipt.pledge(),
                receipt.campaign(),
                receipt.project(),
                receipt.payment(),
                new MoneyJson(receipt.amountMinorUnits(), receipt.currency()),
                receipt.paidAt(),
                false,
                new MoneyJson(receipt.refundedMinorUnits(), receipt.currency()),
                receipt.refunds().stream()
                        .map(refund -> new RefundJson(
                                refund.reference(),
                                new MoneyJson(refund.amountMinorUnits(), receipt.currency()),
                                refund.reason(),
                                refund.state().name().toLowerCase(Locale.ROOT),
                                refund.at()))
                        .toList(),
                "/v1/pledges/" + receipt.pledge() + "/payment-receipt.pdf");
    }
}
