package quartier.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

/**
 * Takes and gives back every payment at once and keeps no books: the real one is far away and has its own. Nobody asks it
 * for anything else while something is measured.
 */
final class InstantProvider implements PaymentProvider {

    private final Clock clock;

    InstantProvider(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "instant";
    }

    @Override
    public String signatureHeader() {
        return "Instant-Signature";
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                List.of(new Capabilities.Means("card", Duration.ZERO, Duration.ZERO)),
                false,
                false,
                Capabilities.CardEntry.OUR_FORM);
    }

    @Override
    public PaymentResult start(StartPayment request) {
        return new PaymentResult.Captured(request.amount(), 0, null, clock.instant());
    }

    @Override
    public RefundResult refund(RefundPayment request) {
        return new RefundResult.RefundSucceeded(clock.instant());
    }

    @Override
    public Slice<ProviderEvent> eventsSince(Instant since, @Nullable String page, int limit) {
        return new Slice<>(List.of(), null);
    }

    @Override
    public Slice<StatementLine> statement(Instant since, @Nullable String page, int limit) {
        return new Slice<>(List.of(), null);
    }

    @Override
    public PaymentResult lookUp(String payment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PayoutResult payOut(PayOut request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PayoutResult lookUpPayout(String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PayeeResult register(RegisterPayee request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public PayeeResult lookUpPayee(String reference) {
        throw new UnsupportedOperationException();
    }

    @Override
    public DisputeResult lookUpDispute(String dispute) {
        throw new UnsupportedOperationException();
    }

    @Override
    public WebhookReading verifyWebhook(byte[] rawBody, @Nullable String signature, Instant now) {
        throw new UnsupportedOperationException();
    }
}
