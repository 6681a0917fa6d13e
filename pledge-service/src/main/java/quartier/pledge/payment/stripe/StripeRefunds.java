package quartier.pledge.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quartier.pledge.payment.RefundPayment;
import quartier.pledge.payment.RefundResult;

/**
 * Refunds. Stripe knows a key for a day only, and a refund may be tried again much later: so its refunds of the payment
 * are read before another one is made.
 */
final class StripeRefunds {

    static final String REFUND = "refund";

    private static final String KEY = "key";

    private final StripeClient stripe;
    private final StripePayments payments;

    StripeRefunds(StripeClient stripe, StripePayments payments) {
        this.stripe = stripe;
        this.payments = payments;
    }

    RefundResult refund(RefundPayment request) {
        String intent = payments.intentOf(request.payment()).orElse(null);
        if (intent == null) {
            return new RefundResult.RefundFailed("no_such_payment");
        }
        List<Refund> before = refundsOf(intent);
        return made(before, request)
                .or(() -> refused(before, request))
                .map(StripeRefunds::standing)
                .orElseGet(() -> created(intent, request));
    }

    private List<Refund> refundsOf(String intent) {
        var params = RefundListParams.builder()
                .setPaymentIntent(intent)
                .setLimit(100L)
                .build();
        return StripeCalls.answer(() -> {
            List<Refund> found = new ArrayList<>();
            stripe.v1().refunds().list(params).autoPagingIterable().forEach(found::add);
            return found;
        });
    }

    private static Optional<Refund> made(List<Refund> before, RefundPayment request) {
        return before.stream()
                .filter(refund -> request.refund().equals(refund.getMetadata().get(REFUND)) && !isFailed(refund))
                .findFirst();
    }

    private static Optional<Refund> refused(List<Refund> before, RefundPayment request) {
        return before.stream()
                .filter(refund -> request.key().equals(refund.getMetadata().get(KEY)))
                .findFirst();
    }

    private RefundResult created(String intent, RefundPayment request) {
        var params = RefundCreateParams.builder()
                .setPaymentIntent(intent)
                .setAmount(request.amount().minorUnits())
                .putMetadata(REFUND, request.refund())
                .putMetadata(KEY, request.key())
                .putMetadata(StripePayments.CAMPAIGN, request.campaign())
                .build();
        try {
            return standing(stripe.v1().refunds().create(params, StripeCalls.under(request.key())));
        } catch (InvalidRequestException refused) {
            return new RefundResult.RefundFailed(StripeCalls.reason(refused));
        } catch (StripeException failure) {
            throw new StripeUnansweredException(failure);
        }
    }

    private static RefundResult standing(Refund refund) {
        if (isFailed(refund)) {
            String reason = refund.getFailureReason();
            return new RefundResult.RefundFailed(reason == null ? refund.getStatus() : reason);
        }
        return "succeeded".equals(refund.getStatus())
                ? new RefundResult.RefundSucceeded(Instant.ofEpochSecond(refund.getCreated()))
                : new RefundResult.RefundPending();
    }

    private static boolean isFailed(Refund refund) {
        return "failed".equals(refund.getStatus()) || "canceled".equals(refund.getStatus());
    }
}
