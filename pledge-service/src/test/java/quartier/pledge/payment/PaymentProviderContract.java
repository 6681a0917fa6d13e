package quartier.pledge.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import quartier.pledge.payment.ProviderEvent.Subject;

/** What every payment provider has to keep to. A provider's own test extends this and says how to reach each answer. */
public abstract class PaymentProviderContract {

    protected static final Amount TWENTY_EUROS = new Amount(2000, "EUR");

    /** What the provider under test keeps of twenty euros. */
    protected static final long FEE_MINOR_UNITS = 53;

    protected static final long DISPUTE_FEE_MINOR_UNITS = 2000;

    protected abstract PaymentProvider provider();

    /** A card that the provider accepts at once. */
    protected abstract String acceptedCard();

    protected abstract String declinedCard();

    /** A card whose holder the bank wants to see. */
    protected abstract String authenticatedCard();

    /** A card whose payment is disputed as soon as {@link #disputed} wants it. */
    protected abstract String disputedCard(boolean won);

    /** Lets the holder of the disputed card ask for the money back, and gives the dispute's name. */
    protected abstract String disputed(String payment);

    /** Lets the dispute end. */
    protected abstract void endDispute(String dispute, boolean won);

    /** A means that captures later, or null where there is none. */
    protected abstract @Nullable String slowMeans();

    /** Lets the slow payment come to its day. */
    protected abstract void settleSlow(String payment);

    /** Lets the provider decide on a payee's identity. */
    protected abstract void decide(String reference, boolean approved);

    /** Lets the payee's account refuse what is paid out to it from now on. */
    protected abstract void failPayoutsTo(String reference);

    /** Lets the payee's bank send back what was paid out under this key. */
    protected abstract void sendBack(String key, String reference);

    /** A payee whose account sends the next payout back, once {@link #sendBack} wants it. */
    protected abstract String payeeThatSendsBack();

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
    void takesAPaymentWithoutAMethodOnItsOwnPageOrNotAtAll() {
        StartPayment request = request(null);

        PaymentResult first = provider().start(request);

        switch (provider().capabilities().cardEntry()) {
            case OUR_FORM -> assertThat(first).isEqualTo(new PaymentResult.Declined(DeclineReason.INVALID_CARD));
            case HOSTED_PAGE -> {
                assertThat(first).isInstanceOf(PaymentResult.ActionRequired.class);
                assertThat(provider().start(request)).isEqualTo(first);
                assertThat(provider().lookUp(request.payment())).isEqualTo(first);
            }
        }
    }

    @Test
    void saysWhenItNeverHeardOfAPayment() {
        assertThat(provider().lookUp(newId())).isInstanceOf(PaymentResult.NeverStarted.class);
    }

    @Test
    void namesTheFeeThatItKeeps() {
        StartPayment request = request(acceptedCard());

        assertThat(provider().start(request)).isInstanceOfSatisfying(PaymentResult.Captured.class, captured -> {
            assertThat(captured.amount()).isEqualTo(TWENTY_EUROS);
            assertThat(captured.feeMinorUnits()).isEqualTo(FEE_MINOR_UNITS);
            assertThat(captured.reversibleUntil()).isNull();
        });
    }

    @Test
    void capturesASlowPaymentLaterAndSaysHowLongItCanBeTakenBack() {
        String means = slowMeans();
        Assumptions.assumeTrue(means != null, "no slow means");
        StartPayment request = request(means);

        assertThat(provider().start(request)).isInstanceOf(PaymentResult.Pending.class);
        settleSlow(request.payment());

        assertThat(provider().lookUp(request.payment()))
                .isInstanceOfSatisfying(
                        PaymentResult.Captured.class,
                        captured -> assertThat(captured.reversibleUntil())
                                .isNotNull()
                                .isAfter(captured.at().plus(Duration.ofDays(50))));
        assertThat(provider().capabilities().means())
                .anySatisfy(one -> assertThat(one.isSlow()).isTrue());
    }

    @Test
    void givesBackOnceUnderOneKey() {
        String payment = captured();
        RefundPayment request = refund(payment, "-r1", payment, 2000);

        RefundResult first = provider().refund(request);

        assertThat(first).isInstanceOf(RefundResult.RefundSucceeded.class);
        assertThat(provider().refund(request)).isInstanceOf(RefundResult.RefundSucceeded.class);
        assertThat(movements(payment)).containsExactlyInAnyOrder(2000 - FEE_MINOR_UNITS, -2000L);
    }

    @Test
    void answersAnotherKeyWithTheRefundThatWasMadeBefore() {
        String payment = captured();
        provider().refund(refund(payment, "-r1", payment, 1200));

        RefundResult second = provider().refund(refund(payment, "-r2", payment, 1200));

        assertThat(second).isInstanceOf(RefundResult.RefundSucceeded.class);
        assertThat(movements(payment)).containsExactlyInAnyOrder(2000 - FEE_MINOR_UNITS, -1200L);
    }

    @Test
    void givesBackInPartsButNeverMoreThanItTook() {
        String payment = captured();

        assertThat(provider().refund(refund(payment, "~1-r1", payment + "~1", 500)))
                .isInstanceOf(RefundResult.RefundSucceeded.class);
        assertThat(provider().refund(refund(payment, "~2-r1", payment + "~2", 700)))
                .isInstanceOf(RefundResult.RefundSucceeded.class);
        assertThat(provider().refund(refund(payment, "-r1", payment, 801)))
                .isInstanceOf(RefundResult.RefundFailed.class);
        assertThat(provider().refund(refund(payment, "-r2", payment, 800)))
                .isInstanceOf(RefundResult.RefundSucceeded.class);
        assertThat(provider().refund(refund(payment, "~3-r1", payment + "~3", 1)))
                .isInstanceOf(RefundResult.RefundFailed.class);
        assertThat(movements(payment)).containsExactlyInAnyOrder(2000 - FEE_MINOR_UNITS, -500L, -700L, -800L);
    }

    @Test
    void refusesToGiveBackWhatWasNeverCaptured() {
        StartPayment declined = request(declinedCard());
        provider().start(declined);

        assertThat(provider().refund(refund(declined.payment(), "-r1", declined.payment(), 2000)))
                .isInstanceOf(RefundResult.RefundFailed.class);
        String unheardOf = newId();
        assertThat(provider().refund(refund(unheardOf, "-r1", unheardOf, 2000)))
                .isInstanceOf(RefundResult.RefundFailed.class);
    }

    @Test
    void refusesToGiveBackMoreThanItTook() {
        String payment = captured();

        assertThat(provider().refund(refund(payment, "-r1", payment, 2001)))
                .isInstanceOf(RefundResult.RefundFailed.class);
    }

    @Test
    void checksAPayeesIdentityOnAPageOfItsOwn() {
        PayeeResult.Known registered = register(newMember());

        assertThat(registered.status()).isEqualTo(PayeeStatus.UNVERIFIED);
        assertThat(registered.onboarding()).isNotNull();

        decide(registered.reference(), true);
        assertThat(provider().lookUpPayee(registered.reference()))
                .isInstanceOfSatisfying(
                        PayeeResult.Known.class,
                        known -> assertThat(known.status()).isEqualTo(PayeeStatus.VERIFIED));
    }

    @Test
    void knowsAPayeeOnceHoweverOftenTheyRegister() {
        String member = newMember();

        assertThat(register(member).reference()).isEqualTo(register(member).reference());
    }

    @Test
    void tellsWhyAPayeeIsRejected() {
        String reference = register(newMember()).reference();

        decide(reference, false);

        assertThat(provider().lookUpPayee(reference)).isInstanceOfSatisfying(PayeeResult.Known.class, known -> {
            assertThat(known.status()).isEqualTo(PayeeStatus.REJECTED);
            assertThat(known.reason()).isNotBlank();
        });
        assertThat(provider().lookUpPayee("no-such-payee")).isInstanceOf(PayeeResult.NoSuchPayee.class);
    }

    @Test
    void paysOutOnceUnderOneKey() {
        captured();
        PayOut request = payOut(verifiedPayee());

        PayoutResult first = provider().payOut(request);

        assertThat(first)
                .isInstanceOf(PayoutResult.PaidOut.class)
                .isEqualTo(provider().payOut(request))
                .isEqualTo(provider().lookUpPayout(request.key()));
        assertThat(movements(request.key())).containsExactly(-2000L);
        assertThat(provider().lookUpPayout(newId())).isInstanceOf(PayoutResult.NoSuchPayout.class);
    }

    @Test
    void paysNobodyWhoseIdentityItDidNotCheck() {
        captured();

        assertThat(provider().payOut(payOut(register(newMember()).reference())))
                .isInstanceOf(PayoutResult.PayoutFailed.class);
    }

    @Test
    void keepsTheMoneyOfAPayoutThatFails() {
        captured();
        String payee = verifiedPayee();
        failPayoutsTo(payee);
        PayOut request = payOut(payee);

        assertThat(provider().payOut(request)).isInstanceOf(PayoutResult.PayoutFailed.class);
        assertThat(provider().payOut(request)).isInstanceOf(PayoutResult.PayoutFailed.class);
        assertThat(sum(movements(request.key()))).isZero();
    }

    @Test
    void hasTheMoneyAgainOfAPayoutThatCameBack() {
        captured();
        String payee = payeeThatSendsBack();
        PayOut request = payOut(payee);
        assertThat(provider().payOut(request)).isInstanceOf(PayoutResult.PaidOut.class);

        sendBack(request.key(), payee);

        assertThat(provider().lookUpPayout(request.key())).isInstanceOf(PayoutResult.PayoutReturned.class);
        assertThat(movements(request.key())).containsExactlyInAnyOrder(-2000L, 2000L);
    }

    @Test
    void tellsOfADisputeAndOfItsEnd() {
        for (boolean won : new boolean[] {true, false}) {
            StartPayment request = request(disputedCard(won));
            provider().start(request);

            String dispute = disputed(request.payment());

            assertThat(provider().lookUpDispute(dispute)).isInstanceOfSatisfying(DisputeResult.Known.class, known -> {
                assertThat(known.payment()).isEqualTo(request.payment());
                assertThat(known.campaign()).isEqualTo("c1");
                assertThat(known.amount()).isEqualTo(TWENTY_EUROS);
                assertThat(known.status()).isEqualTo(DisputeResult.Status.OPEN);
            });
            assertThat(sum(movements(dispute))).isEqualTo(-2000 - DISPUTE_FEE_MINOR_UNITS);

            endDispute(dispute, won);

            assertThat(provider().lookUpDispute(dispute))
                    .isInstanceOfSatisfying(
                            DisputeResult.Known.class,
                            known -> assertThat(known.status())
                                    .isEqualTo(won ? DisputeResult.Status.WON : DisputeResult.Status.LOST));
            assertThat(sum(movements(dispute)))
                    .isEqualTo(won ? -DISPUTE_FEE_MINOR_UNITS : -2000 - DISPUTE_FEE_MINOR_UNITS);
        }
        assertThat(provider().lookUpDispute("no-such-dispute")).isInstanceOf(DisputeResult.NoSuchDispute.class);
    }

    @Test
    void givesNothingBackOfWhatIsDisputed() {
        StartPayment request = request(disputedCard(false));
        provider().start(request);
        disputed(request.payment());

        assertThat(provider().refund(refund(request.payment(), "-r1", request.payment(), 2000)))
                .isInstanceOf(RefundResult.RefundFailed.class);
    }

    @Test
    void readsItsOwnWebhook() {
        byte[] body = webhookAbout("pay-1");
        Instant now = Instant.now();

        assertThat(provider().verifyWebhook(body, signature(body, now), now))
                .isInstanceOfSatisfying(
                        WebhookReading.Genuine.class,
                        genuine ->
                                assertThat(genuine.event().subject()).isEqualTo(new Subject.OfPayment("pay-1", "c1")));
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

        assertThat(events(before)).extracting(ProviderEvent::subject).contains(new Subject.OfPayment(payment, "c1"));
        assertThat(provider()
                        .eventsSince(Instant.now().plusSeconds(60), null, 1000)
                        .items())
                .isEmpty();
    }

    @Test
    void tellsByPagesAndNothingTwice() {
        Instant before = Instant.now().minusSeconds(1);
        for (int i = 0; i < 3; i++) {
            captured();
        }

        assertThat(events(before)).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
        assertThat(lines()).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
    }

    /** By pages of two, so that there are some. */
    private List<ProviderEvent> events(Instant since) {
        return all(page -> provider().eventsSince(since, page, 2));
    }

    private List<StatementLine> lines() {
        return all(page -> provider().statement(Instant.now().minus(Duration.ofHours(1)), page, 2));
    }

    private static <T> List<T> all(Function<@Nullable String, Slice<T>> pages) {
        List<T> found = new ArrayList<>();
        String page = null;
        do {
            Slice<T> slice = pages.apply(page);
            assertThat(slice.items()).hasSizeLessThanOrEqualTo(2);
            found.addAll(slice.items());
            page = slice.next();
        } while (page != null);
        return found;
    }

    /** What the statement says of a payment and its refunds, of a payout, or of a dispute. */
    List<Long> movements(String reference) {
        return lines().stream()
                .filter(line ->
                        line.reference().equals(reference) || line.reference().startsWith(reference + "~"))
                .map(StatementLine::minorUnits)
                .toList();
    }

    private static long sum(List<Long> amounts) {
        return amounts.stream().mapToLong(Long::longValue).sum();
    }

    static RefundPayment refund(String payment, String keyEnd, String refund, long minorUnits) {
        return new RefundPayment(payment + keyEnd, refund, payment, "c1", new Amount(minorUnits, "EUR"));
    }

    private static PayOut payOut(String payee) {
        return new PayOut("out-" + UUID.randomUUID(), "main", "c1", payee, TWENTY_EUROS);
    }

    protected final PayeeResult.Known register(String member) {
        var request = new RegisterPayee(member, null, URI.create("https://quartier.example/retour"));
        return (PayeeResult.Known) provider().register(request);
    }

    protected final String verifiedPayee() {
        String reference = register(newMember()).reference();
        decide(reference, true);
        return reference;
    }

    protected static String newMember() {
        return "m-" + UUID.randomUUID();
    }

    protected final String captured() {
        StartPayment request = request(acceptedCard());
        provider().start(request);
        return request.payment();
    }

    protected static StartPayment request(@Nullable String card) {
        return new StartPayment(newId(), "c1", TWENTY_EUROS, card, null);
    }

    protected static String newId() {
        return "pay-" + UUID.randomUUID();
    }
}
