package quartier.pledge.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import quartier.pledge.payment.StartPayment;

/**
 * Stripe's own page, on which a backer enters a card: a Checkout Session for one payment, in its campaign's transfer
 * group. Its PaymentIntent carries our names too, so that the provider's events find their pledge either way.
 */
final class StripePages {

    private final StripeClient stripe;
    private final StripeProperties properties;

    StripePages(StripeClient stripe, StripeProperties properties) {
        this.stripe = stripe;
        this.properties = properties;
    }

    /** @param startedAt from which the page's end is counted, so that a repetition is the same request */
    Session opened(StartPayment request, Instant startedAt) {
        try {
            return stripe.v1()
                    .checkout()
                    .sessions()
                    .create(params(request, startedAt), StripeCalls.under(request.payment()));
        } catch (IdempotencyException changed) {
            throw new IllegalArgumentException("Payment " + request.payment() + " was started with another body");
        } catch (StripeException failure) {
            throw new StripeUnansweredException(failure);
        }
    }

    Session read(String session) {
        return StripeCalls.answer(() -> stripe.v1().checkout().sessions().retrieve(session));
    }

    private SessionCreateParams params(StartPayment request, Instant startedAt) {
        URI back = request.returnUrl() == null ? properties.returnUrl() : request.returnUrl();
        var params = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
                .addLineItem(SessionCreateParams.LineItem.builder()
                        .setQuantity(1L)
                        .setPriceData(price(request))
                        .build())
                .setClientReferenceId(request.payment())
                .setSuccessUrl(back.toString())
                .setCancelUrl(back.toString())
                .setExpiresAt(startedAt.plus(properties.pageStands()).getEpochSecond())
                .putMetadata(StripePayments.PAYMENT, request.payment())
                .putMetadata(StripePayments.CAMPAIGN, request.campaign())
                .setPaymentIntentData(SessionCreateParams.PaymentIntentData.builder()
                        .setCaptureMethod(SessionCreateParams.PaymentIntentData.CaptureMethod.AUTOMATIC)
                        .setTransferGroup(request.campaign())
                        .putMetadata(StripePayments.PAYMENT, request.payment())
                        .putMetadata(StripePayments.CAMPAIGN, request.campaign())
                        .build());
        if (properties.debits()) {
            params.addPaymentMethodType(SessionCreateParams.PaymentMethodType.SEPA_DEBIT);
        }
        return params.build();
    }

    private SessionCreateParams.LineItem.PriceData price(StartPayment request) {
        return SessionCreateParams.LineItem.PriceData.builder()
                .setCurrency(request.amount().currency().toLowerCase(Locale.ROOT))
                .setUnitAmount(request.amount().minorUnits())
                .setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder()
                        .setName(properties.pageLabel())
                        .build())
                .build();
    }
}
