package quartier.pledge.payment;

/**
 * Asks to give a payment back in full.
 *
 * @param key the idempotency key of this attempt. An attempt whose answer is not known is repeated under its own key; a
 *     new key is for a new attempt, after the provider said that the last one failed
 */
public record RefundPayment(String key, String payment, String campaign, Amount amount) {}
