package quartier.pledge.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class PaymentIdTest {

    private static final String PLEDGE = "c0c0c0c0-c0c0-5c0c-8c0c-c0c0c0c0c0c0";

    @Test
    void findsThePledgeOfEachOfItsPayments() {
        String change = UUID.randomUUID().toString();

        assertThat(PaymentId.pledgeOf(PaymentId.of(PLEDGE))).contains(PLEDGE);
        assertThat(PaymentId.pledgeOf(PaymentId.ofChange(PLEDGE, change))).contains(PLEDGE);
        assertThat(PaymentId.ofChange(PLEDGE, change)).isNotEqualTo(PaymentId.of(PLEDGE));
    }

    @Test
    void knowsNoPledgeOfSomebodyElsesPayment() {
        assertThat(PaymentId.pledgeOf("pi_3PqX")).isEmpty();
    }
}
