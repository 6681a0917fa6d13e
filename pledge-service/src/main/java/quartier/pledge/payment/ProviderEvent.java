package quartier.pledge.payment;

import java.time.Instant;

/**
 * The provider says that something happened. It is a hint to ask again, never a fact to book: events come late, twice
 * and out of order.
 *
 * @param id the provider's, unique
 * @param type the provider's word for it, for example {@code payment.captured}
 */
public record ProviderEvent(String id, String type, Subject subject, Instant at) {

    /** What has to be asked about, under our own names. */
    public sealed interface Subject {

        record OfPayment(String payment, String campaign) implements Subject {}

        record OfDispute(String dispute, String payment, String campaign) implements Subject {}

        /** @param key of the attempt, as in {@link PayOut} */
        record OfPayout(String key, String payout, String campaign) implements Subject {}

        /** @param reference the provider's name of the payee */
        record OfPayee(String reference) implements Subject {}

        /** Something that we have no use for, or that is not ours. */
        record OfNoConcern() implements Subject {}
    }
}
