package quartier.pledge.payment;

/**
 * Asks to give a payment back, or a part of it.
 *
 * @param key the idempotency key of this attempt. An attempt whose answer is not known is repeated under its own key; a
 *     new key is for a new attempt, after the provider said that the last one failed
 * @param refund our name of what is given back: made once at most, over all attempts
 * @param amount all that was captured, or less
 */
public record RefundPayment(String key, String refund, String payment, String campaign, Amount amount) {}
