package quartier.pledge.payment;

import java.time.Instant;

/**
 * The provider says that something happened to a payment. It is a hint to ask again, never a fact to book: events come
 * late, twice and out of order.
 *
 * @param id the provider's, unique
 * @param type the provider's word for it, for example {@code payment.captured}
 */
public record ProviderEvent(String id, String type, String payment, String campaign, Instant at) {}
