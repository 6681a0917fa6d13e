package quartier.pledge.simulation;

import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quartier.pledge.payment.Capabilities;
import quartier.pledge.payment.DeclineReason;
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

/** The bank as one process reaches it, with the answers that a guarded provider gives when there is none. */
record StormyBank(Bank bank, Replica process, Weather weather, Chance chance) implements PaymentProvider {

    @Override
    public String name() {
        return "simulated";
    }

    @Override
    public String signatureHeader() {
        return "Signature";
    }

    @Override
    public PaymentResult start(StartPayment request) {
        if (!weather.isCalm() && chance.oneIn(40)) {
            return new PaymentResult.Declined(DeclineReason.PROVIDER_UNAVAILABLE); // the breaker is open
        }
        return answered(
                "start " + request.payment(), () -> bank.start(request), new PaymentResult.Unknown("no answer"));
    }

    @Override
    public PaymentResult lookUp(String payment) {
        return answered("look up " + payment, () -> bank.lookUp(payment), new PaymentResult.Unknown("no answer"));
    }

    @Override
    public RefundResult refund(RefundPayment request) {
        return answered("refund " + request.key(), () -> bank.refund(request), new RefundResult.Unknown("no answer"));
    }

    @Override
    public PayoutResult payOut(PayOut request) {
        return answered(
                "pay out " + request.key(),
                () -> bank.payouts().payOut(request),
                new PayoutResult.Unknown("no answer"));
    }

    @Override
    public PayoutResult lookUpPayout(String key) {
        return answered(
                "look up payout " + key, () -> bank.payouts().lookUp(key), new PayoutResult.Unknown("no answer"));
    }

    @Override
    public DisputeResult lookUpDispute(String dispute) {
        return answered(
                "look up dispute " + dispute,
                () -> bank.disputes().lookUp(dispute),
                new DisputeResult.Unknown("no answer"));
    }

    private <T> T answered(String what, Supplier<T> call, T otherwise) {
        try {
            return weather.io(process, what, call);
        } catch (Weather.Broken unanswered) {
            return otherwise;
        }
    }

    @Override
    public WebhookReading verifyWebhook(byte[] rawBody, @Nullable String signature, Instant now) {
        return new WebhookReading.Unreadable("nobody signs in a simulation");
    }

    @Override
    public Slice<ProviderEvent> eventsSince(Instant since, @Nullable String page, int limit) {
        return weather.io(
                process,
                "read the bank's events",
                () -> new Slice<>(
                        bank.news().events().stream()
                                .filter(event -> !event.at().isBefore(since))
                                .limit(limit)
                                .toList(),
                        null));
    }

    @Override
    public Capabilities capabilities() {
        throw notSimulated();
    }

    @Override
    public PayeeResult register(RegisterPayee request) {
        throw notSimulated();
    }

    @Override
    public PayeeResult lookUpPayee(String reference) {
        throw notSimulated();
    }

    @Override
    public Slice<StatementLine> statement(Instant since, @Nullable String page, int limit) {
        throw notSimulated();
    }

    private static AssertionError notSimulated() {
        return new AssertionError("the simulation does not go there");
    }
}
