package quartier.pledge.payment.stripe;

import com.stripe.exception.StripeException;

/** Stripe did not say what became of a request. Its own text stays out: it may name people. */
final class StripeUnansweredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StripeUnansweredException(StripeException failure) {
        super("status " + failure.getStatusCode() + ", code " + failure.getCode() + ", request "
                + failure.getRequestId());
    }
}
