package quartier.pledge.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quartier.pledge.payment.DeclineReason;
import quartier.pledge.payment.DisputeResult;
import quartier.pledge.payment.PayOut;
import quartier.pledge.payment.PaymentProvider;
import quartier.pledge.payment.PaymentProviderContract;
import quartier.pledge.payment.PaymentResult;
import quartier.pledge.payment.PayoutResult;
import quartier.pledge.payment.RefundPayment;
import quartier.pledge.payment.RefundResult;
import quartier.pledge.payment.StartPayment;
import quartier.pledge.payment.WebhookReading;
import quartier.pledge.payment.sandbox.SandboxPayee.BankAccount;
import quartier.testing.TestServers;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox keeps the providers' contract, and its magic cards do what they say. */
class SandboxProviderIT extends PaymentProviderContract {

    private static final String SECRET = "a-secret-of-the-tests";

    private final MongoClient client = MongoClients.create(TestServers.mongodb());
    private final String name = "psp-" + UUID.randomUUID().toString().substring(0, 8);
    private final MongoDatabase database = client.getDatabase(name);
    private final SandboxProviderProperties properties = new SandboxProviderProperties(
            name,
            SECRET,
            URI.create("http://localhost:8080"),
            Duration.ofMillis(300),
            Duration.ofMillis(50),
            3,
            Duration.ofDays(3),
            Duration.ofDays(5),
            Duration.ofDays(56),
            Duration.ofDays(2),
            140,
            25,
            2000,
            true);
    /** The sandbox's days, which the tests let pass. */
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return Instant.now().plus(ahead.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };
    private final SandboxPayments payments = new SandboxPayments(database);
    private final SandboxPayouts payouts = new SandboxPayouts(database);
    private final SandboxCalendar calendar = new SandboxCalendar(database, clock);
    private final JsonMapper json = new JsonMapper();
    private SandboxWebhooks webhooks = newWebhooks();
    private SandboxProvider provider = newProvider();

    /** Somebody who receives webhooks, and answers with this status. */
    private final List<String> received = new CopyOnWriteArrayList<>();

    private volatile int answer = 200;
    private HttpServer receiver;

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        receiver.createContext("/hook", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String signature = exchange.getRequestHeaders().getFirst(WebhookSignature.HEADER);
            boolean genuine = provider.verifyWebhook(body, signature, Instant.now()) instanceof WebhookReading.Genuine;
            received.add((genuine ? "" : "forged ")
                    + json.readTree(body).path("type").asString());
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        webhooks.stop();
        receiver.stop(0);
        database.drop();
        client.close();
    }

    @Override
    protected PaymentProvider provider() {
        return provider;
    }

    @Override
    protected String acceptedCard() {
        return "4242 4242 4242 4242";
    }

    @Override
    protected String declinedCard() {
        return SandboxCard.DECLINED.number();
    }

    @Override
    protected String authenticatedCard() {
        return SandboxCard.NEEDS_AUTHENTICATION.number();
    }

    @Override
    protected String disputedCard(boolean won) {
        return (won ? SandboxCard.DISPUTED_AND_WON : SandboxCard.DISPUTED_AND_LOST).number();
    }

    @Override
    protected String disputed(String payment) {
        pass(properties.disputedAfter());
        return SandboxPayments.disputeOf(payment);
    }

    @Override
    protected void endDispute(String dispute, boolean won) {
        pass(properties.disputedAfter());
    }

    @Override
    protected String slowMeans() {
        return SandboxCard.SEPA_DEBIT.number();
    }

    @Override
    protected void settleSlow(String payment) {
        pass(properties.debitedAfter());
    }

    @Override
    protected void decide(String reference, boolean approved) {
        decide(reference, approved, BankAccount.USUAL);
    }

    @Override
    protected void failPayoutsTo(String reference) {
        decide(reference, true, BankAccount.FAILS);
    }

    @Override
    protected String payeeThatSendsBack() {
        String reference = register(newMember()).reference();
        decide(reference, true, BankAccount.RETURNS);
        return reference;
    }

    @Override
    protected void sendBack(String key, String reference) {
        pass(properties.returnedAfter());
    }

    private void decide(String reference, boolean approved, BankAccount account) {
        assertThat(desk().decide(payouts.payee(reference).orElseThrow(), approved, account))
                .isTrue();
    }

    private void pass(Duration days) {
        ahead.accumulateAndGet(days, Duration::plus);
        calendar.catchUp(provider::on);
    }

    @Override
    protected String signature(byte[] body, Instant at) {
        return new WebhookSignature(SECRET).sign(body, at);
    }

    @Override
    protected byte[] webhookAbout(String payment) {
        return """
                {"id":"evt_1","type":"payment.captured","created":"2026-11-23T10:00:00Z",\
                "data":{"payment":"%s","campaign":"c1"}}""".formatted(payment).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void declinesForWantOfFundsAndForANumberThatIsNoCard() {
        assertThat(provider.start(request(SandboxCard.INSUFFICIENT_FUNDS.number())))
                .isEqualTo(new PaymentResult.Declined(DeclineReason.INSUFFICIENT_FUNDS));
        assertThat(provider.start(request("4000000000000000")))
                .isEqualTo(new PaymentResult.Declined(DeclineReason.INVALID_CARD));
    }

    @Test
    void capturesWhatTheBackerApprovesAtTheBankAndOnlyOnce() {
        StartPayment request = started(SandboxCard.NEEDS_AUTHENTICATION);

        assertThat(bank().decide(stored(request), true)).isTrue();
        assertThat(bank().decide(stored(request), false)).isFalse();

        assertThat(provider.lookUp(request.payment())).isInstanceOf(PaymentResult.Captured.class);
    }

    @Test
    void declinesWhatTheBackerRefusesAtTheBank() {
        StartPayment request = started(SandboxCard.NEEDS_AUTHENTICATION);

        bank().decide(stored(request), false);

        assertThat(provider.lookUp(request.payment()))
                .isEqualTo(new PaymentResult.Declined(DeclineReason.AUTHENTICATION_REFUSED));
    }

    @Test
    void answersLateAndTellsItByAWebhook() {
        webhooks.deliverTo(hook());
        StartPayment request = request(SandboxCard.ANSWERS_LATE.number());

        assertThat(provider.start(request)).isInstanceOf(PaymentResult.Pending.class);

        await().until(() -> received.contains("payment.captured"));
        assertThat(provider.lookUp(request.payment())).isInstanceOf(PaymentResult.Captured.class);
    }

    @Test
    void takesTheMoneyWithoutAnAnswerUntilItIsAsked() {
        StartPayment request = request(SandboxCard.NEVER_ANSWERS.number());

        assertThatThrownBy(() -> provider.start(request)).isInstanceOf(IllegalStateException.class);

        assertThat(provider.lookUp(request.payment())).isInstanceOf(PaymentResult.Captured.class);
    }

    @Test
    void failsThreeAttemptsToGiveBackAndThenSucceeds() {
        String payment = started(SandboxCard.REFUND_FAILS).payment();

        for (int attempt = 1; attempt <= 3; attempt++) {
            var request = new RefundPayment(payment + "-" + attempt, payment, payment, "c1", TWENTY_EUROS);
            assertThat(provider.refund(request)).isInstanceOf(RefundResult.RefundFailed.class);
            assertThat(provider.refund(request))
                    .as("the same attempt again")
                    .isInstanceOf(RefundResult.RefundFailed.class);
        }

        assertThat(provider.refund(new RefundPayment(payment + "-4", payment, payment, "c1", TWENTY_EUROS)))
                .isInstanceOf(RefundResult.RefundSucceeded.class);
    }

    @Test
    void tellsTwiceAndTheOlderLast() {
        webhooks.deliverTo(hook());

        started(SandboxCard.REPEATS_ITSELF);

        await().until(() -> received.size() == 3);
        assertThat(received).containsExactly("payment.captured", "payment.captured", "payment.processing");
    }

    @Test
    void tellsAgainAfterARefusalAndARestart() {
        answer = 503;
        webhooks.deliverTo(hook());
        started(SandboxCard.ACCEPTED);
        await().until(() -> received.size() == 1);
        webhooks.stop();

        answer = 200;
        webhooks = newWebhooks();
        provider = newProvider();
        webhooks.deliverTo(hook());

        await().until(() -> received.size() >= 2);
        await().until(() -> database.getCollection("webhooks").countDocuments() == 0);
        assertThat(received).containsOnly("payment.captured");
    }

    @Test
    void refusesADebitSomeDaysLater() {
        StartPayment request = started(SandboxCard.SEPA_DEBIT_REFUSED);
        assertThat(provider.lookUp(request.payment())).isInstanceOf(PaymentResult.Pending.class);

        pass(properties.debitedAfter());

        assertThat(provider.lookUp(request.payment())).isInstanceOf(PaymentResult.Declined.class);
    }

    @Test
    void disputesOnItsDayAndNotBefore() {
        String payment = started(SandboxCard.DISPUTED_AND_LOST).payment();

        pass(properties.disputedAfter().minusMinutes(1));
        assertThat(provider.lookUpDispute(SandboxPayments.disputeOf(payment)))
                .isInstanceOf(DisputeResult.NoSuchDispute.class);

        pass(Duration.ofMinutes(2));
        assertThat(provider.lookUpDispute(SandboxPayments.disputeOf(payment))).isInstanceOf(DisputeResult.Known.class);
    }

    @Test
    void tellsOfPayeesPayoutsAndDisputesByWebhook() {
        webhooks.deliverTo(hook());
        String payee = payeeThatSendsBack();
        provider.payOut(new PayOut(newId(), "main", "c1", payee, TWENTY_EUROS));
        started(SandboxCard.DISPUTED_AND_WON);

        pass(properties.disputedAfter());

        await().until(() ->
                received.containsAll(List.of("payee.updated", "payout.paid", "payout.returned", "dispute.opened")));
    }

    @Test
    void refusesThreePayoutsToAnAccountThatFailsAndThenMakesThem() {
        String payee = verifiedPayee();
        failPayoutsTo(payee);

        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(provider.payOut(new PayOut("k" + attempt, "main", "c1", payee, TWENTY_EUROS)))
                    .isInstanceOf(PayoutResult.PayoutFailed.class);
        }

        assertThat(provider.payOut(new PayOut("k4", "main", "c1", payee, TWENTY_EUROS)))
                .isInstanceOf(PayoutResult.PaidOut.class);
    }

    private StartPayment started(SandboxCard card) {
        StartPayment request = request(card.number());
        provider.start(request);
        return request;
    }

    private SandboxPayment stored(StartPayment request) {
        return payments.find(request.payment()).orElseThrow();
    }

    private URI hook() {
        return URI.create("http://localhost:" + receiver.getAddress().getPort() + "/hook");
    }

    private SandboxWebhooks newWebhooks() {
        return new SandboxWebhooks(
                database, properties, json, Clock.systemUTC(), Clock.systemUTC(), new SimpleMeterRegistry());
    }

    private SandboxBank bank() {
        return new SandboxBank(payments, webhooks, calendar, properties, clock, Clock.systemUTC());
    }

    private SandboxPayeeDesk desk() {
        return new SandboxPayeeDesk(payouts, webhooks, calendar, properties, clock, Clock.systemUTC());
    }

    private SandboxProvider newProvider() {
        return new SandboxProvider(payments, payouts, bank(), desk(), webhooks, properties);
    }
}
