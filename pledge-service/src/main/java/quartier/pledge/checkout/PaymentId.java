package quartier.pledge.checkout;

import java.util.Optional;

/**
 * Our name of a payment at the provider. It is derived from the pledge, and of an increase from the change too, so that
 * it can be repeated after any crash and found again from the provider's side without a table in between.
 */
public final class PaymentId {

    private static final String PREFIX = "pay-";

    /** Part of no pledge's id: in a UUID no group between hyphens is that short. */
    private static final String CHANGE = "-c-";

    private PaymentId() {}

    public static String of(String pledge) {
        return PREFIX + pledge;
    }

    /** Of the difference that a change of the pledge costs. */
    public static String ofChange(String pledge, String change) {
        return PREFIX + pledge + CHANGE + change;
    }

    public static Optional<String> pledgeOf(String payment) {
        if (!payment.startsWith(PREFIX)) {
            return Optional.empty();
        }
        int change = payment.indexOf(CHANGE, PREFIX.length());
        return Optional.of(payment.substring(PREFIX.length(), change < 0 ? payment.length() : change));
    }
}
