package quartier.pledge.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.model.BalanceTransaction;
import com.stripe.model.Dispute;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import quartier.pledge.payment.Amount;
import quartier.pledge.payment.DisputeResult;

/** Disputes. Stripe takes the money when one is opened, and gives it back when it is won. */
final class StripeDisputes {

    private final StripeClient stripe;
    private final StripeBooks books;

    StripeDisputes(StripeClient stripe, StripeBooks books) {
        this.stripe = stripe;
        this.books = books;
    }

    DisputeResult lookUp(String id) {
        return StripeCalls.find(() -> stripe.v1().disputes().retrieve(id))
                .flatMap(dispute -> books.paymentOf(dispute.getPaymentIntent())
                        .<DisputeResult>map(payment -> known(dispute, payment)))
                .orElseGet(DisputeResult.NoSuchDispute::new);
    }

    private static DisputeResult known(Dispute dispute, StripeBooks.Payment payment) {
        return new DisputeResult.Known(
                dispute.getId(),
                payment.payment(),
                payment.campaign(),
                new Amount(dispute.getAmount(), dispute.getCurrency().toUpperCase(Locale.ROOT)),
                fee(dispute.getBalanceTransactions()),
                status(dispute.getStatus()),
                Instant.ofEpochSecond(dispute.getCreated()));
    }

    private static long fee(List<BalanceTransaction> transactions) {
        return transactions == null
                ? 0
                : transactions.stream()
                        .mapToLong(BalanceTransaction::getFee)
                        .filter(fee -> fee > 0)
                        .sum();
    }

    private static DisputeResult.Status status(String status) {
        return switch (status) {
            case "won" -> DisputeResult.Status.WON;
            case "lost" -> DisputeResult.Status.LOST;
            case "needs_response", "under_review" -> DisputeResult.Status.OPEN;
            default -> DisputeResult.Status.INQUIRY; // warning_*, prevented: no money has moved
        };
    }
}
