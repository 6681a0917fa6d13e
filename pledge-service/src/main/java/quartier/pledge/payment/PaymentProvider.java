package quartier.pledge.payment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whoever takes, gives back and pays out the money. Every request carries an idempotency key and may be repeated; the
 * intent stands in the journal before the request is made. A request that is not answered has the result
 * {@code Unknown} and no other: it is resolved by asking. The contract is written down as tests in
 * {@code PaymentProviderContract}, which every provider must pass.
 */
public interface PaymentProvider {

    /** As it stands in the webhook's address, {@code /v1/webhooks/<name>}. */
    String name();

    /** The HTTP header in which its webhooks are signed. */
    String signatureHeader();

    /** Takes the money, or says what is missing. Repeated for the same payment it answers where that payment stands. */
    PaymentResult start(StartPayment request);

    PaymentResult lookUp(String payment);

    /**
     * Gives a captured payment back in full. It is given back once at most, whatever the number of keys: under another
     * key, a payment that went back before is answered with that success.
     */
    RefundResult refund(RefundPayment request);

    PayoutResult payOut(PayOut request);

    /**
     * Reads a call to our webhook.
     *
     * @param rawBody exactly as received: the signature covers the bytes
     * @param signature the provider's header, if there was one
     * @param now to refuse a signature made too long ago
     */
    WebhookReading verifyWebhook(byte[] rawBody, @Nullable String signature, Instant now);

    /** Events from this instant on, oldest first: what webhooks may have failed to tell us. */
    List<ProviderEvent> eventsSince(Instant since, int limit);
}
