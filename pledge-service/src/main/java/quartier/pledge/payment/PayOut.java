package quartier.pledge.payment;

/**
 * Asks to send a campaign's net sum to its owner.
 *
 * @param key the idempotency key: asked twice, it is paid once
 * @param payee our name of who receives it
 */
public record PayOut(String key, String campaign, String payee, Amount amount) {}
