package quartier.pledge.payment.stripe;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.PermissionException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import java.util.Optional;

/** How Stripe is called: with an idempotency key, and with failures told apart. */
final class StripeCalls {

    private static final int NOT_FOUND = 404;

    interface Call<T> {
        T made() throws StripeException;
    }

    private StripeCalls() {}

    /** @throws StripeUnansweredException for whatever is no answer to the question */
    static <T> T answer(Call<T> call) {
        try {
            return call.made();
        } catch (StripeException failure) {
            throw new StripeUnansweredException(failure);
        }
    }

    /** Empty when there is no such thing, or it is none of ours. */
    static <T> Optional<T> find(Call<T> call) {
        try {
            return Optional.of(call.made());
        } catch (PermissionException notOurs) {
            return Optional.empty();
        } catch (InvalidRequestException refused) {
            if (refused.getStatusCode() == NOT_FOUND || "resource_missing".equals(refused.getCode())) {
                return Optional.empty();
            }
            throw new StripeUnansweredException(refused);
        } catch (StripeException failure) {
            throw new StripeUnansweredException(failure);
        }
    }

    static RequestOptions under(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    static RequestOptions on(String account) {
        return RequestOptions.builder().setStripeAccount(account).build();
    }

    static RequestOptions on(String account, String key) {
        return RequestOptions.builder()
                .setStripeAccount(account)
                .setIdempotencyKey(key)
                .build();
    }

    /** What Stripe calls the refusal, as a short word of ours to show and to count. */
    static String reason(InvalidRequestException refused) {
        return refused.getCode() == null ? "refused_by_provider" : refused.getCode();
    }
}
