package quartier.pledge.payment.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import quartier.pledge.payment.Amount;
import quartier.pledge.payment.Capabilities;
import quartier.pledge.payment.DeclineReason;
import quartier.pledge.payment.DisputeResult;
import quartier.pledge.payment.PayOut;
import quartier.pledge.payment.PayeeResult;
import quartier.pledge.payment.PayeeStatus;
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

class GuardedProviderTest {

    private static final Amount ONE_EURO = new Amount(100, "EUR");
    private static final StartPayment START = new StartPayment("pay-1", "c1", ONE_EURO, "4242", null);

    private final Troubled troubled = new Troubled();
    private final GuardedProvider guarded = new GuardedProvider(
            troubled,
            CircuitBreaker.of(
                    "provider",
                    CircuitBreakerConfig.custom()
                            .slidingWindowSize(4)
                            .minimumNumberOfCalls(4)
                            .build()),
            TimeLimiter.of(Duration.ofMillis(100)),
            Retry.of(
                    "provider",
                    RetryConfig.custom()
                            .maxAttempts(3)
                            .waitDuration(Duration.ofMillis(1))
                            .build()),
            Executors.newVirtualThreadPerTaskExecutor());

    @AfterEach
    void close() {
        guarded.close();
    }

    @Test
    void takesSilenceForUnknownAndNeverForNo() {
        troubled.silent = true;

        assertThat(guarded.start(START)).isInstanceOf(PaymentResult.Unknown.class);
        assertThat(guarded.register(new RegisterPayee("m-owner", null, URI.create("https://quartier.example"))))
                .isInstanceOf(PayeeResult.Unknown.class);
        assertThat(guarded.lookUpDispute("dp-1")).isInstanceOf(DisputeResult.Unknown.class);
        assertThat(guarded.refund(new RefundPayment("k", "pay-1", "pay-1", "c1", ONE_EURO)))
                .isInstanceOf(RefundResult.Unknown.class);
        assertThat(guarded.payOut(new PayOut("k", "main", "c1", "payee_m-owner", ONE_EURO)))
                .isInstanceOf(PayoutResult.Unknown.class);
    }

    @Test
    void takesAFailureForUnknown() {
        troubled.failures.set(1);

        assertThat(guarded.start(START)).isInstanceOf(PaymentResult.Unknown.class);
    }

    @Test
    void asksAgainButNeverRepeatsWhatMovesMoney() {
        troubled.failures.set(2);

        assertThat(guarded.lookUp("pay-1")).isInstanceOf(PaymentResult.Captured.class);
        assertThat(troubled.calls).hasValue(3);

        troubled.failures.set(1);
        troubled.calls.set(0);
        guarded.payOut(new PayOut("k", "main", "c1", "payee_m-owner", ONE_EURO));
        assertThat(troubled.calls).hasValue(1);
    }

    @Test
    void declinesAtOnceWhatTheOpenBreakerKeptBack() {
        troubled.failures.set(100);
        for (int i = 0; i < 4; i++) {
            guarded.start(START);
        }
        troubled.calls.set(0);

        assertThat(guarded.start(START)).isEqualTo(new PaymentResult.Declined(DeclineReason.PROVIDER_UNAVAILABLE));
        assertThat(guarded.refund(new RefundPayment("k", "pay-1", "pay-1", "c1", ONE_EURO)))
                .isInstanceOf(RefundResult.Unknown.class);
        assertThat(troubled.calls).as("requests let out").hasValue(0);
    }

    /** Fails so many times, or says nothing, and is well otherwise. */
    private static final class Troubled implements PaymentProvider {

        final AtomicInteger calls = new AtomicInteger();
        final AtomicInteger failures = new AtomicInteger();
        volatile boolean silent;

        private <T> T answer(T answer) {
            calls.incrementAndGet();
            if (silent) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException givenUp) {
                    Thread.currentThread().interrupt();
                }
            }
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("trouble");
            }
            return answer;
        }

        @Override
        public String name() {
            return "troubled";
        }

        @Override
        public String signatureHeader() {
            return "Signature";
        }

        @Override
        public PaymentResult start(StartPayment request) {
            return answer(new PaymentResult.Captured(request.amount(), 0, null, Instant.EPOCH));
        }

        @Override
        public PaymentResult lookUp(String payment) {
            return answer(new PaymentResult.Captured(ONE_EURO, 0, null, Instant.EPOCH));
        }

        @Override
        public RefundResult refund(RefundPayment request) {
            return answer(new RefundResult.RefundSucceeded(Instant.EPOCH));
        }

        @Override
        public PayoutResult payOut(PayOut request) {
            return answer(new PayoutResult.PaidOut(Instant.EPOCH));
        }

        @Override
        public WebhookReading verifyWebhook(byte[] rawBody, @Nullable String signature, Instant now) {
            return new WebhookReading.Forged("not asked here");
        }

        @Override
        public Capabilities capabilities() {
            return new Capabilities(List.of(), true, true, Capabilities.CardEntry.OUR_FORM);
        }

        @Override
        public PayoutResult lookUpPayout(String key) {
            return answer(new PayoutResult.PaidOut(Instant.EPOCH));
        }

        @Override
        public PayeeResult register(RegisterPayee request) {
            return answer(new PayeeResult.Known("payee", PayeeStatus.UNVERIFIED, null, null));
        }

        @Override
        public PayeeResult lookUpPayee(String reference) {
            return answer(new PayeeResult.Known(reference, PayeeStatus.VERIFIED, null, null));
        }

        @Override
        public DisputeResult lookUpDispute(String dispute) {
            return answer(new DisputeResult.NoSuchDispute());
        }

        @Override
        public Slice<ProviderEvent> eventsSince(Instant since, @Nullable String page, int limit) {
            return answer(new Slice<>(List.of(), null));
        }

        @Override
        public Slice<StatementLine> statement(Instant since, @Nullable String page, int limit) {
            return answer(new Slice<>(List.of(), null));
        }
    }
}
