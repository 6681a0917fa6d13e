package quartier.pledge.payment.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import quartier.pledge.payment.Capabilities;
import quartier.pledge.payment.Capabilities.Means;
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

/** The sandbox's bank as a provider: invented money that behaves as real money does. */
final class SandboxProvider implements PaymentProvider {

    static final String NAME = "sandbox";

    private final SandboxPayments payments;
    private final SandboxPayouts payouts;
    private final SandboxBank bank;
    private final SandboxPayeeDesk payees;
    private final SandboxWebhooks webhooks;
    private final SandboxProviderProperties properties;
    private final WebhookSignature signature;

    SandboxProvider(
            SandboxPayments payments,
            SandboxPayouts payouts,
            SandboxBank bank,
            SandboxPayeeDesk payees,
            SandboxWebhooks webhooks,
            SandboxProviderProperties properties) {
        this.payments = payments;
        this.payouts = payouts;
        this.bank = bank;
        this.payees = payees;
        this.webhooks = webhooks;
        this.properties = properties;
        this.signature = new WebhookSignature(properties.webhookSecret());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String signatureHeader() {
        return WebhookSignature.HEADER;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(
                List.of(
                        new Means("card", Duration.ZERO, Duration.ZERO),
                        new Means("sepa_debit", properties.debitedAfter(), properties.reversibleFor())),
                true,
                true,
                Capabilities.CardEntry.OUR_FORM);
    }

    @Override
    public PaymentResult start(StartPayment request) {
        return bank.start(request);
    }

    @Override
    public PaymentResult lookUp(String payment) {
        return bank.lookUp(payment);
    }

    @Override
    public RefundResult refund(RefundPayment request) {
        return bank.refund(request);
    }

    @Override
    public PayoutResult payOut(PayOut request) {
        return payees.payOut(request);
    }

    @Override
    public PayoutResult lookUpPayout(String key) {
        return payees.lookUpPayout(key);
    }

    @Override
    public PayeeResult register(RegisterPayee request) {
        return payees.register(request);
    }

    @Override
    public PayeeResult lookUpPayee(String reference) {
        return payees.lookUp(reference);
    }

    @Override
    public DisputeResult lookUpDispute(String dispute) {
        return bank.dispute(dispute);
    }

    @Override
    public WebhookReading verifyWebhook(byte[] rawBody, @Nullable String header, Instant now) {
        String flaw = signature.flawOf(header, rawBody, now);
        return flaw == null ? webhooks.read(rawBody) : new WebhookReading.Forged(flaw);
    }

    @Override
    public Slice<ProviderEvent> eventsSince(Instant since, @Nullable String page, int limit) {
        var events = new SandboxSlice<>(since, page, limit, ProviderEvent::at, ProviderEvent::id);
        payments.forEachEventSince(events.from(), events::offer);
        payouts.eventsSince(events.from()).forEach(events::offer);
        return events.get();
    }

    @Override
    public Slice<StatementLine> statement(Instant since, @Nullable String page, int limit) {
        return new SandboxStatement(payments, payouts).since(since, page, limit);
    }

    /** One day of the bank's calendar has come. */
    void on(SandboxCalendar.What what, String subject, Instant day) {
        switch (what) {
            case DEBIT_SETTLES, DISPUTE_OPENS, DISPUTE_ENDS -> bank.on(what, subject);
            case PAYOUT_COMES_BACK -> payees.comesBack(subject);
        }
    }
}
