package quartier.pledge.simulation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.pledge.payment.PayOut;
import quartier.pledge.payment.PaymentProvider;
import quartier.pledge.payment.PaymentResult;
import quartier.pledge.payment.PayoutResult;
import quartier.pledge.payment.ProviderEvent;
import quartier.pledge.payment.RefundPayment;
import quartier.pledge.payment.RefundResult;
import quartier.pledge.payment.StartPayment;
import quartier.pledge.payment.WebhookReading;

/** A provider that is as good as the one behind it, to be made worse in one place. */
class BadProvider implements PaymentProvider {

    private final PaymentProvider good;

    BadProvider(PaymentProvider good) {
        this.good = good;
    }

    @Override
    public String name() {
        return good.name();
    }

    @Override
    public String signatureHeader() {
        return good.signatureHeader();
    }

    @Override
    public PaymentResult start(StartPayment request) {
        return good.start(request);
    }

    @Override
    public PaymentResult lookUp(String payment) {
        return good.lookUp(payment);
    }

    @Override
    public RefundResult refund(RefundPayment request) {
        return good.refund(request);
    }

    @Override
    public PayoutResult payOut(PayOut request) {
        return good.payOut(request);
    }

    @Override
    public WebhookReading verifyWebhook(byte[] rawBody, @Nullable String signature, Instant now) {
        return good.verifyWebhook(rawBody, signature, now);
    }

    @Override
    public List<ProviderEvent> eventsSince(Instant since, int limit) {
        return good.eventsSince(since, limit);
    }
}
