package quartier.pledge.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whoever takes, gives back and pays out the money. Every request carries an idempotency key and may be repeated; the
 * intent stands in the journal before the request is made. A request that is not answered has the result
 * {@code Unknown} and no other: it is resolved by asking. An adapter may throw instead, and is then taken for
 * {@code Unknown} by whoever guards it. The contract is written down as tests in {@code PaymentProviderContract}, which
 * every provider must pass.
 */
public interface PaymentProvider {

    /** As it stands in the webhook's address, {@code /v1/webhooks/<name>}. */
    String name();

    /** The HTTP header in which its webhooks are signed. */
    String signatureHeader();

    Capabilities capabilities();

    /** Takes the money, or says what is missing. Repeated for the same payment it answers where that payment stands. */
    PaymentResult start(StartPayment request);

    PaymentResult lookUp(String payment);

    /**
     * Gives a captured payment back, or a part of it; a payment can go back in several parts, which never sum up to more
     * than what was captured. Each refund is made once at most, whatever the number of keys: under another key, a refund
     * that was made before is answered with that success.
     */
    RefundResult refund(RefundPayment request);

    /** Sends money to a payee whose identity the provider has checked; refused to any other. */
    PayoutResult payOut(PayOut request);

    /** Where the payout stands that was asked for under this key. */
    PayoutResult lookUpPayout(String key);

    /**
     * Makes a payee known, once for each member, and says where their identity is checked. The address is good for a
     * while only: it is asked for anew each time that somebody wants to go there.
     */
    PayeeResult register(RegisterPayee request);

    /** @param reference the provider's, from {@link #register} */
    PayeeResult lookUpPayee(String reference);

    DisputeResult lookUpDispute(String dispute);

    /**
     * Reads a call to our webhook.
     *
     * @param rawBody exactly as received: the signature covers the bytes
     * @param signature the provider's header, if there was one
     * @param now to refuse a signature made too long ago
     */
    WebhookReading verifyWebhook(byte[] rawBody, @Nullable String signature, Instant now);

    /**
     * Events from this instant on: what webhooks may have failed to tell us.
     *
     * @param page null for the first, then what the page before named as its next
     * @param limit how many at most; a provider may give fewer
     */
    Slice<ProviderEvent> eventsSince(Instant since, @Nullable String page, int limit);

    /**
     * What moved on our balance with the provider from this instant on.
     *
     * @param page null for the first, then what the page before named as its next
     */
    Slice<StatementLine> statement(Instant since, @Nullable String page, int limit);
}
