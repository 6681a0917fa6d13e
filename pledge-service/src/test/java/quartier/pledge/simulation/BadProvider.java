package quartier.pledge.simulation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import quartier.pledge.payment.Capabilities;
import quartier.pledge.payment.DisputeResult;
import quartier.pledge.payment.PayOut;
import quartier.pledge.payment.PayeeResult;
import quartier.pledge.payment.PaymentProvider;
import quartier.pledge.payment.PaymentResult;
import quartier.pledge.payment.PayoutResult;
import quartier.pledge.payment.ProviderEvent;
import quartier.pledge.payment.RefundPayment;
import quartier.pledge.payment.RefundResult;
import quartier.pledge.payment.RegisterPayee;
import quartier.pledge.payment.Slice;
import quartier.pledge.payment.StartPayment;
import quartier.pledge.payment.StatementLine;
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
    public Slice<ProviderEvent> eventsSince(Instant since, @Nullable String page, int limit) {
        return good.eventsSince(since, page, limit);
    }

    @Override
    public Capabilities capabilities() {
        return good.capabilities();
    }

    @Override
    public PayoutResult lookUpPayout(String key) {
        return good.lookUpPayout(key);
    }

    @Override
    public PayeeResult register(RegisterPayee request) {
        return good.register(request);
    }

    @Override
    public PayeeResult lookUpPayee(String reference) {
        return good.lookUpPayee(reference);
    }

    @Override
    public DisputeResult lookUpDispute(String dispute) {
        return good.lookUpDispute(dispute);
    }

    @Override
    public Slice<StatementLine> statement(Instant since, @Nullable String page, int limit) {
        return good.statement(since, page, limit);
    }
}
