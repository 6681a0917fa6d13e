package quartier.pledge.payment.resilience;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

/**
 * A provider behind a time limit and a circuit breaker. Whatever goes wrong becomes {@code Unknown}, never a guess,
 * with one exception: a payment that the open breaker did not let out was certainly not started, and is declined so
 * that its hold ends at once. Only questions are retried here; requests that move money are repeated by the settlement,
 * which waits longer and remembers across restarts.
 */
public final class GuardedProvider implements PaymentProvider, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GuardedProvider.class);

    private final PaymentProvider provider;
    private final CircuitBreaker breaker;
    private final TimeLimiter limiter;
    private final Retry retry;
    private final ExecutorService calls;

    /** Closes the executor with itself. */
    public GuardedProvider(
            PaymentProvider provider, CircuitBreaker breaker, TimeLimiter limiter, Retry retry, ExecutorService calls) {
        this.provider = provider;
        this.breaker = breaker;
        this.limiter = limiter;
        this.retry = retry;
        this.calls = calls;
    }

    @Override
    public String name() {
        return provider.name();
    }

    @Override
    public String signatureHeader() {
        return provider.signatureHeader();
    }

    @Override
    public Capabilities capabilities() {
        return provider.capabilities();
    }

    @Override
    public PaymentResult start(StartPayment request) {
        return guarded(() -> provider.start(request), failure -> switch (failure) {
            case CallNotPermittedException neverSent -> new PaymentResult.Declined(DeclineReason.PROVIDER_UNAVAILABLE);
            default -> new PaymentResult.Unknown(reason(failure));
        });
    }

    @Override
    public PaymentResult lookUp(String payment) {
        return asked(() -> provider.lookUp(payment), failure -> new PaymentResult.Unknown(reason(failure)));
    }

    @Override
    public RefundResult refund(RefundPayment request) {
        return guarded(() -> provider.refund(request), failure -> new RefundResult.Unknown(reason(failure)));
    }

    @Override
    public PayoutResult payOut(PayOut request) {
        return guarded(() -> provider.payOut(request), failure -> new PayoutResult.Unknown(reason(failure)));
    }

    @Override
    public PayoutResult lookUpPayout(String key) {
        return asked(() -> provider.lookUpPayout(key), failure -> new PayoutResult.Unknown(reason(failure)));
    }

    @Override
    public PayeeResult register(RegisterPayee request) {
        return guarded(() -> provider.register(request), failure -> new PayeeResult.Unknown(reason(failure)));
    }

    @Override
    public PayeeResult lookUpPayee(String reference) {
        return asked(() -> provider.lookUpPayee(reference), failure -> new PayeeResult.Unknown(reason(failure)));
    }

    @Override
    public DisputeResult lookUpDispute(String dispute) {
        return asked(() -> provider.lookUpDispute(dispute), failure -> new DisputeResult.Unknown(reason(failure)));
    }

    @Override
    public WebhookReading verifyWebhook(byte[] rawBody, @Nullable String signature, Instant now) {
        return provider.verifyWebhook(rawBody, signature, now);
    }

    /** Not limited: it runs in the background, and whoever runs it tries again. */
    @Override
    public Slice<ProviderEvent> eventsSince(Instant since, @Nullable String page, int limit) {
        return provider.eventsSince(since, page, limit);
    }

    /** Not limited, as above. */
    @Override
    public Slice<StatementLine> statement(Instant since, @Nullable String page, int limit) {
        return provider.statement(since, page, limit);
    }

    @Override
    public void close() {
        calls.shutdownNow();
    }

    private <T> T guarded(Callable<T> call, Function<Exception, T> whenUnanswered) {
        return answered(limited(call), whenUnanswered);
    }

    private <T> T asked(Callable<T> question, Function<Exception, T> whenUnanswered) {
        return answered(Retry.decorateCallable(retry, limited(question)), whenUnanswered);
    }

    private <T> Callable<T> limited(Callable<T> call) {
        return CircuitBreaker.decorateCallable(
                breaker, TimeLimiter.decorateFutureSupplier(limiter, () -> calls.submit(call)));
    }

    /** The one catch-all: after any failure of a call that moves money, the only honest answer is that we don't know. */
    private static <T> T answered(Callable<T> call, Function<Exception, T> whenUnanswered) {
        try {
            return call.call();
        } catch (Exception failure) {
            if (failure instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            log.warn("The payment provider did not answer: {}", reason(failure));
            return whenUnanswered.apply(failure);
        }
    }

    private static String reason(Exception failure) {
        return failure.getClass().getSimpleName();
    }
}
