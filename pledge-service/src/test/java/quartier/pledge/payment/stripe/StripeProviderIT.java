package quartier.pledge.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.stripe.net.Webhook;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import quartier.pledge.payment.DeclineReason;
import quartier.pledge.payment.HostedPageContract;
import quartier.pledge.payment.PayOut;
import quartier.pledge.payment.PaymentProvider;
import quartier.pledge.payment.PaymentResult;
import quartier.pledge.payment.PayoutResult;
import quartier.pledge.payment.ProviderEvent;
import quartier.pledge.payment.ProviderEvent.Subject;
import quartier.pledge.payment.RefundPayment;
import quartier.pledge.payment.RefundResult;
import quartier.pledge.payment.StartPayment;
import quartier.testing.TestServers;

/** Stripe keeps the providers' contract, and what it does not answer is found out later. */
class StripeProviderIT extends HostedPageContract {

    private static final String WEBHOOK_SECRET = "whsec_of_the_tests";

    private final MongoClient client = MongoClients.create(TestServers.mongodb());
    private final MongoDatabase database =
            client.getDatabase("stripe-" + UUID.randomUUID().toString().substring(0, 8));
    private final FakeStripe stripe = new FakeStripe();
    private final StripeProvider provider = providerAt(Clock.systemUTC());

    @AfterEach
    void stop() {
        stripe.close();
        database.drop();
        client.close();
    }

    private StripeProvider providerAt(Clock clock) {
        return provider(true, clock);
    }

    private StripeProvider provider(boolean debits, Clock clock) {
        var properties = new StripeProperties(
                "sk_test_of_the_tests",
                WEBHOOK_SECRET,
                stripe.address(),
                "FR",
                URI.create("https://quartier.example/retour"),
                debits,
                Duration.ofDays(14),
                Duration.ofDays(56),
                Duration.ofMinutes(15),
                "Quartier",
                Duration.ofSeconds(1),
                FakeStripe.patience());
        return new StripeProvider(StripeConfiguration.client(properties), new StripeBooks(database), properties, clock);
    }

    @Override
    protected PaymentProvider provider() {
        return provider;
    }

    @Override
    protected String acceptedCard() {
        return FakeStripe.ACCEPTED;
    }

    @Override
    protected String declinedCard() {
        return FakeStripe.DECLINED;
    }

    @Override
    protected String authenticatedCard() {
        return FakeStripe.AUTHENTICATED;
    }

    @Override
    protected String disputedCard(boolean won) {
        return FakeStripe.DISPUTED;
    }

    @Override
    protected String disputed(String payment) {
        return stripe.dispute(payment);
    }

    @Override
    protected void endDispute(String dispute, boolean won) {
        stripe.endDispute(dispute, won);
    }

    @Override
    protected String slowMeans() {
        return FakeStripe.DEBIT;
    }

    @Override
    protected void settleSlow(String payment) {
        stripe.settle(payment);
    }

    @Override
    protected void payOnPage(String payment) {
        stripe.payOnPage(payment);
    }

    @Override
    protected void leavePage(String payment) {
        stripe.leavePage(payment);
    }

    @Override
    protected void decide(String reference, boolean approved) {
        stripe.decide(reference, approved);
    }

    @Override
    protected void failPayoutsTo(String reference) {
        stripe.failPayoutsTo(reference);
    }

    @Override
    protected String payeeThatSendsBack() {
        return verifiedPayee();
    }

    @Override
    protected void sendBack(String key, String reference) {
        stripe.sendBack(key);
    }

    @Override
    protected String signature(byte[] body, Instant at) {
        try {
            return Webhook.Signature.generateSignatureHeader(
                    new String(body, StandardCharsets.UTF_8), WEBHOOK_SECRET, at.getEpochSecond());
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    protected byte[] webhookAbout(String payment) {
        return """
                {"id":"evt_1","object":"event","api_version":"2019-01-01","type":"payment_intent.succeeded",\
                "created":1795512000,"data":{"object":{"id":"pi_1","object":"payment_intent",\
                "metadata":{"payment":"%s","campaign":"c1"}}}}""".formatted(payment).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void findsOutLaterWhatALostAnswerHadDone() {
        StartPayment request = request(FakeStripe.ACCEPTED);
        stripe.loseNextAnswer();

        assertThatThrownBy(() -> startCard(request)).isInstanceOf(StripeUnansweredException.class);

        assertThat(provider.lookUp(request.payment())).isInstanceOf(PaymentResult.Captured.class);
        assertThat(startCard(request)).isInstanceOf(PaymentResult.Captured.class);
        assertThat(stripe.count("charge")).isEqualTo(1);
    }

    @Test
    void findsOutLaterWhatATimeOutHadDone() {
        StartPayment request = request(FakeStripe.ACCEPTED);
        stripe.delayNextAnswer();

        assertThatThrownBy(() -> startCard(request)).isInstanceOf(StripeUnansweredException.class);

        assertThat(provider.lookUp(request.payment())).isInstanceOf(PaymentResult.Captured.class);
        assertThat(stripe.count("charge")).isEqualTo(1);
    }

    @Test
    void callsARequestNeverStartedOnlyWhenItCannotBeOnItsWayAnyMore() {
        StartPayment request = request(FakeStripe.ACCEPTED);
        stripe.refuseNextRequest();
        assertThatThrownBy(() -> startCard(request)).isInstanceOf(StripeUnansweredException.class);

        assertThat(provider.lookUp(request.payment())).isInstanceOf(PaymentResult.Unknown.class);

        Clock later = Clock.fixed(Instant.now().plus(Duration.ofMinutes(3)), ZoneOffset.UTC);
        assertThat(providerAt(later).lookUp(request.payment())).isInstanceOf(PaymentResult.NeverStarted.class);
    }

    @Test
    void takesNothingTwiceEvenWhenStripeHasForgottenTheKey() {
        StartPayment request = request(FakeStripe.ACCEPTED);
        stripe.loseNextAnswer();
        assertThatThrownBy(() -> startCard(request)).isInstanceOf(StripeUnansweredException.class);
        stripe.forgetKeys();

        Clock nextDay = Clock.fixed(Instant.now().plus(Duration.ofHours(25)), ZoneOffset.UTC);
        assertThat(providerAt(nextDay).start(request)).isInstanceOf(PaymentResult.Captured.class);

        assertThat(stripe.count("charge")).isEqualTo(1);
    }

    @Test
    void givesNothingBackTwiceEvenWhenStripeHasForgottenTheKey() {
        String payment = captured();
        var request = new RefundPayment(payment + "-r1", payment, payment, "c1", TWENTY_EUROS);
        provider.refund(request);
        stripe.forgetKeys();

        assertThat(provider.refund(request)).isInstanceOf(RefundResult.RefundSucceeded.class);
        assertThat(stripe.count("refund")).isEqualTo(1);
    }

    @Test
    void paysNothingOutTwiceWhenAnAnswerWasLostInBetween() {
        String payee = verifiedPayee();
        var request = new PayOut("out-1", "main", "c1", payee, TWENTY_EUROS);
        for (int lost = 0; lost < 4; lost++) {
            stripe.loseNextAnswer();
            assertThatThrownBy(() -> provider.payOut(request)).isInstanceOf(StripeUnansweredException.class);
            stripe.forgetKeys();
        }

        assertThat(provider.payOut(request)).isInstanceOf(PayoutResult.PaidOut.class);
        assertThat(stripe.count("transfer")).isEqualTo(1);
        assertThat(stripe.count("payout")).isEqualTo(1);
    }

    @Test
    void sendsAnIdempotencyKeyWithEveryCallThatChangesSomething() {
        String payment = captured();
        provider.refund(new RefundPayment(payment + "-r1", payment, payment, "c1", TWENTY_EUROS));
        provider.payOut(new PayOut("out-1", "main", "c1", verifiedPayee(), TWENTY_EUROS));

        assertThat(stripe.keysOfPosts()).hasSize(6).doesNotContain("null").doesNotHaveDuplicates();
        assertThat(stripe.keysOfPosts()).contains(payment, payment + "-r1", "out-1-transfer", "out-1-payout");
    }

    @Test
    void opensAPageInStripesWordsThatStandsForItsShortestTime() {
        long before = Instant.now().plus(Duration.ofMinutes(30)).getEpochSecond();
        StartPayment request = request(null);

        provider.start(request);

        var sent = stripe.lastPost("checkout");
        assertThat(sent)
                .containsEntry("mode", "payment")
                .containsEntry("line_items[0][price_data][unit_amount]", "2000")
                .containsEntry("line_items[0][price_data][currency]", "eur")
                .containsEntry("metadata[payment]", request.payment())
                .containsEntry("payment_intent_data[metadata][campaign]", "c1")
                .containsEntry("payment_intent_data[transfer_group]", "c1")
                .containsEntry("success_url", "https://quartier.example/retour");
        assertThat(Long.parseLong(sent.get("expires_at"))).isBetween(before, before + 120);
        assertThat(stripe.keysOfPosts()).containsExactly(request.payment());
    }

    @Test
    void findsThePageAgainWhoseAnswerWasLost() {
        StartPayment request = request(null);
        stripe.loseNextAnswer();
        assertThatThrownBy(() -> provider.start(request)).isInstanceOf(StripeUnansweredException.class);

        assertThat(provider.start(request)).isInstanceOf(PaymentResult.ActionRequired.class);
        assertThat(stripe.count("checkout.session")).isEqualTo(1);
    }

    @Test
    void letsABackerTryAnotherCardOnThePage() {
        StartPayment request = request(null);
        PaymentResult page = provider.start(request);

        stripe.refuseOnPage(request.payment());
        assertThat(provider.lookUp(request.payment())).isEqualTo(page);

        stripe.payOnPage(request.payment());
        assertThat(provider.lookUp(request.payment())).isInstanceOf(PaymentResult.Captured.class);
    }

    @Test
    void tellsOfAPageByItsPayment() {
        StartPayment request = request(null);
        provider.start(request);
        stripe.leavePage(request.payment());

        assertThat(provider.eventsSince(Instant.now().minusSeconds(60), null, 100)
                        .items())
                .anySatisfy(event -> {
                    assertThat(event.type()).isEqualTo("checkout.session.expired");
                    assertThat(event.subject()).isEqualTo(new Subject.OfPayment(request.payment(), "c1"));
                });
    }

    @Test
    void declinesWhatIsNoPaymentMethod() {
        assertThat(provider.start(request("pm_nothing")))
                .isEqualTo(new PaymentResult.Declined(DeclineReason.INVALID_CARD));
    }

    @Test
    void tellsEventsOfThePayeesAccountsToo() {
        String payee = verifiedPayee();
        provider.payOut(new PayOut("out-1", "main", "c1", payee, TWENTY_EUROS));

        var events = new ArrayList<Subject>();
        String page = null;
        do {
            var slice = provider.eventsSince(Instant.now().minusSeconds(60), page, 100);
            slice.items().stream().map(ProviderEvent::subject).forEach(events::add);
            page = slice.next();
        } while (page != null);

        assertThat(events).contains(new Subject.OfPayee(payee), new Subject.OfPayout("out-1", "main", "c1"));
    }

    /** Asks Stripe nothing before it asks for the money. */
    private PaymentResult startCard(StartPayment request) {
        return provider(false, Clock.systemUTC()).start(request);
    }
}
