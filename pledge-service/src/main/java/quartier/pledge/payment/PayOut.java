package quartier.pledge.payment;

/**
 * Asks to send a campaign's net sum, or a part of it, to its owner.
 *
 * @param key the idempotency key of this attempt: asked twice, it is paid once
 * @param payout our name, within the campaign, of what is paid out; comes back in the provider's events
 * @param payee the provider's reference of who receives it
 */
public record PayOut(String key, String payout, String campaign, String payee, Amount amount) {}
