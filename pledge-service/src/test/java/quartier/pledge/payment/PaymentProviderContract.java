package quartier.pledge.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every payment provider has to keep to. A provider's own test extends this and says how to reach each answer. */
public abstract class PaymentProviderContract {

    protected static final Amount TWENTY_EUROS = new Amount(2000, "EUR");

    protected abstract PaymentProvider provider();

    /** A card that the provider accepts at once. */
    protected abstract String acceptedCard();

    protected abstract String declinedCard();

    /** A card whose holder the bank wants to see. */
    protected abstract String authenticatedCard();

    /** Signs a body as the provider would at that time. */
    protected abstract String signature(byte[] body, Instant at);

    /** A genuine body that tells something about this payment. */
    protected abstract byte[] webhookAbout(String payment);

    @Test
    void capturesOnceHoweverOftenItIsAsked() {
        StartPayment request = request(acceptedCard());

        PaymentResult first = provider().start(request);
        PaymentResult second = provider().start(request);

        assertThat(first).isInstanceOf(PaymentResult.Captured.class).isEqualTo(second);
        assertThat(provider().lookUp(request.payment())).isEqualTo(first);
    }

    @Test
    void tellsWhyItDeclines() {
        StartPayment request = request(declinedCard());

        assertThat(provider().start(request)).isInstanceOf(PaymentResult.Declined.class);
        assertThat(provider().lookUp(request.payment())).isInstanceOf(PaymentResult.Declined.class);
    }

    @Test
    void sendsTheBackerToTheBankAndAgainToTheSamePage() {
        StartPayment request = request(authenticatedCard());

        PaymentResult first = provider().start(request);

        assertThat(first).isInstanceOf(PaymentResult.ActionRequired.class);
        assertThat(provider().start(request)).isEqualTo(first);
    }

    @Test
    void saysWhenItNeverHeardOfAPayment() {
        assertThat(provider().lookUp(newId())).isInstanceOf(PaymentResult.NeverStarted.class);
    }

    @Test
    void givesBackOnceUnderOneKey() {
        String payment = captured();
        RefundPayment request = new RefundPayment(payment + "-r1", payment, "c1", TWENTY_EUROS);

        RefundResult first = provider().refund(request);

        assertThat(first).isInstanceOf(RefundResult.RefundSucceeded.class);
        assertThat(provider().refund(request)).isInstanceOf(RefundResult.RefundSucceeded.class);
    }

    @Test
    void answersAnotherKeyWithTheRefundThatWasMadeBefore() {
        String payment = captured();
        provider().refund(new RefundPayment(payment + "-r1", payment, "c1", TWENTY_EUROS));

        RefundResult second = provider().refund(new RefundPayment(payment + "-r2", payment, "c1", TWENTY_EUROS));

        assertThat(second).isInstanceOf(RefundResult.RefundSucceeded.class);
    }

    @Test
    void refusesToGiveBackWhatWasNeverCaptured() {
        StartPayment declined = request(declinedCard());
        provider().start(declined);
        RefundPayment request = new RefundPayment(newId(), declined.payment(), "c1", TWENTY_EUROS);

        assertThat(provider().refund(request)).isInstanceOf(RefundResult.RefundFailed.class);
        assertThat(provider().refund(new RefundPayment(newId(), newId(), "c1", TWENTY_EUROS)))
                .isInstanceOf(RefundResult.RefundFailed.class);
    }

    @Test
    void refusesToGiveBackMoreThanItTook() {
        String payment = captured();

        assertThat(provider().refund(new RefundPayment(newId(), payment, "c1", new Amount(2001, "EUR"))))
                .isInstanceOf(RefundResult.RefundFailed.class);
    }

    @Test
    void paysOutOnceUnderOneKey() {
        PayOut request = new PayOut(newId(), "c1", "m-owner", TWENTY_EUROS);

        PayoutResult first = provider().payOut(request);

        assertThat(first)
                .isInstanceOf(PayoutResult.PaidOut.class)
                .isEqualTo(provider().payOut(request));
    }

    @Test
    void readsItsOwnWebhook() {
        byte[] body = webhookAbout("pay-1");
        Instant now = Instant.now();

        assertThat(provider().verifyWebhook(body, signature(body, now), now))
                .isInstanceOfSatisfying(
                        WebhookReading.Genuine.class,
                        genuine -> assertThat(genuine.event().payment()).isEqualTo("pay-1"));
    }

    @Test
    void refusesAWebhookThatWasChangedOnItsWay() {
        byte[] body = webhookAbout("pay-1");
        Instant now = Instant.now();
        String signature = signature(body, now);
        byte[] changed = new String(body, StandardCharsets.UTF_8)
                .replace("pay-1", "pay-2")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(provider().verifyWebhook(changed, signature, now)).isInstanceOf(WebhookReading.Forged.class);
    }

    @Test
    void refusesAnUnsignedWebhook() {
        byte[] body = webhookAbout("pay-1");

        assertThat(provider().verifyWebhook(body, null, Instant.now())).isInstanceOf(WebhookReading.Forged.class);
        assertThat(provider().verifyWebhook(body, "", Instant.now())).isInstanceOf(WebhookReading.Forged.class);
        assertThat(provider().verifyWebhook(body, "t=1,v1=zz", Instant.now()))
                .isInstanceOf(WebhookReading.Forged.class);
    }

    @Test
    void refusesAWebhookSignedMoreThanFiveMinutesAgo() {
        byte[] body = webhookAbout("pay-1");
        Instant now = Instant.now();

        assertThat(provider().verifyWebhook(body, signature(body, now.minus(Duration.ofSeconds(301))), now))
                .isInstanceOf(WebhookReading.Forged.class);
        assertThat(provider().verifyWebhook(body, signature(body, now.minus(Duration.ofSeconds(299))), now))
                .isInstanceOf(WebhookReading.Genuine.class);
    }

    @Test
    void tellsWhatHappenedSinceThen() {
        Instant before = Instant.now().minusSeconds(1);
        String payment = captured();

        assertThat(provider().eventsSince(before, 1000))
                .extracting(ProviderEvent::payment)
                .contains(payment);
        assertThat(provider().eventsSince(Instant.now().plusSeconds(60), 1000)).isEmpty();
    }

    protected final String captured() {
        StartPayment request = request(acceptedCard());
        provider().start(request);
        return request.payment();
    }

    protected static StartPayment request(String card) {
        return new StartPayment(newId(), "c1", TWENTY_EUROS, card, null);
    }

    protected static String newId() {
        return "pay-" + UUID.randomUUID();
    }
}
