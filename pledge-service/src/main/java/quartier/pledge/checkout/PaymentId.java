package quartier.pledge.checkout;

import java.util.Optional;

/**
 * Our name of a pledge's payment at the provider. It is derived from the pledge, so that it can be repeated after any
 * crash and found again from the provider's side without a table in between.
 */
public final class PaymentId {

    private static final String PREFIX = "pay-";

    private PaymentId() {}

    public static String of(String pledge) {
        return PREFIX + pledge;
    }

    public static Optional<String> pledgeOf(String payment) {
        return payment.startsWith(PREFIX) ? Optional.of(payment.substring(PREFIX.length())) : Optional.empty();
    }
}
