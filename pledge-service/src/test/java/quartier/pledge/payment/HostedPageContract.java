package quartier.pledge.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a provider has to hold that asks for the card on its own page, beside what every provider has to. */
public abstract class HostedPageContract extends PaymentProviderContract {

    /** Lets the backer pay on the provider's page; never called where cards are entered in our form. */
    protected abstract void payOnPage(String payment);

    /** Lets that page expire unpaid. */
    protected abstract void leavePage(String payment);

    @Test
    void capturesOnceWhatIsPaidOnItsPageAndGivesItBackAsAnyOther() {
        StartPayment request = request(null);
        provider().start(request);
        String payment = request.payment();

        payOnPage(payment);

        assertThat(provider().lookUp(payment)).isInstanceOfSatisfying(PaymentResult.Captured.class, captured -> {
            assertThat(captured.amount()).isEqualTo(TWENTY_EUROS);
            assertThat(captured.feeMinorUnits()).isEqualTo(FEE_MINOR_UNITS);
        });
        assertThat(provider().start(request)).isEqualTo(provider().lookUp(payment));
        assertThat(provider().refund(refund(payment, "-r1", payment, 2000)))
                .isInstanceOf(RefundResult.RefundSucceeded.class);
        assertThat(movements(payment)).containsExactlyInAnyOrder(2000 - FEE_MINOR_UNITS, -2000L);
    }

    @Test
    void declinesWhatWasNotPaidOnItsPage() {
        StartPayment request = request(null);
        provider().start(request);

        leavePage(request.payment());

        var abandoned = new PaymentResult.Declined(DeclineReason.ABANDONED);
        assertThat(provider().lookUp(request.payment())).isEqualTo(abandoned);
        assertThat(provider().start(request)).isEqualTo(abandoned);
    }
}
