package quartier.pledge.payment.stripe;

import com.stripe.StripeClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

/** Stripe. What it does not answer, or answers with an error that is no answer, is thrown for the guard to call unknown. */
final class StripeProvider implements PaymentProvider {

    static final String NAME = "stripe";
    static final String SIGNATURE_HEADER = "Stripe-Signature";

    private final StripePayments payments;
    private final StripeRefunds refunds;
    private final StripePayouts payouts;
    private final StripePayees payees;
    private final StripeDisputes disputes;
    private final StripeEvents events;
    private final StripeStatement statement;
    private final Capabilities capabilities;

    StripeProvider(StripeClient stripe, StripeBooks books, StripeProperties properties, Clock realClock) {
        this.payments = new StripePayments(stripe, books, properties, realClock);
        this.refunds = new StripeRefunds(stripe, payments);
        this.payees = new StripePayees(stripe, books, properties, realClock);
        this.payouts = new StripePayouts(stripe, payees, books, realClock);
        this.disputes = new StripeDisputes(stripe, books);
        this.events = new StripeEvents(stripe, books, properties.webhookSecret(), realClock);
        this.statement = new StripeStatement(stripe);
        this.capabilities = capabilities(properties);
    }

    private static Capabilities capabilities(StripeProperties properties) {
        List<Means> means = new ArrayList<>();
        means.add(new Means("card", Duration.ZERO, Duration.ZERO));
        if (properties.debits()) {
            means.add(new Means("sepa_debit", properties.debitedWithin(), properties.reversibleFor()));
        }
        return new Capabilities(means, true, true, Capabilities.CardEntry.HOSTED_PAGE);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String signatureHeader() {
        return SIGNATURE_HEADER;
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public PaymentResult start(StartPayment request) {
        return payments.start(request);
    }

    @Override
    public PaymentResult lookUp(String payment) {
        return payments.lookUp(payment);
    }

    @Override
    public RefundResult refund(RefundPayment request) {
        return refunds.refund(request);
    }

    @Override
    public PayoutResult payOut(PayOut request) {
        return payouts.payOut(request);
    }

    @Override
    public PayoutResult lookUpPayout(String key) {
        return payouts.lookUp(key);
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
        return disputes.lookUp(dispute);
    }

    @Override
    public WebhookReading verifyWebhook(byte[] rawBody, @Nullable String signature, Instant now) {
        return events.verified(rawBody, signature, now);
    }

    @Override
    public Slice<ProviderEvent> eventsSince(Instant since, @Nullable String page, int limit) {
        return events.since(since, page, limit);
    }

    @Override
    public Slice<StatementLine> statement(Instant since, @Nullable String page, int limit) {
        return statement.since(since, page, limit);
    }
}
