package quartier.pledge.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FR76 3000 6000 0112 3456 7890 189",
                "fr7630006000011234567890189",
                "DE89 3704 0044 0532 0130 00",
                "BE68539007547034",
                "CH93 0076 2011 6238 5295 7"
            })
    void readsAnAccountAsItIsTyped(String typed) {
        assertThat(Iban.parse(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "FR76 3000 6000 0112 3456 7890 188",
                "FR76 3000 6000 0112 3456 7809 189",
                "FR76 3000 6000 0112 3456 7890",
                "4242 4242 4242 4242",
                "FR76 3000 6000 0112 3456 7890 189 FR76 3000 6000",
                "ＦＲ7630006000011234567890189"
            })
    void refusesWhatIsNoAccount(String typed) {
        assertThat(Iban.parse(typed)).isEmpty();
    }

    @Test
    void isNotBuiltWrong() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Iban("FR00"));
    }

    @Test
    void doesNotTellItselfToALog() {
        Iban iban = Iban.parse("FR7630006000011234567890189").orElseThrow();

        assertThat(iban.toString()).doesNotContain("3000");
        assertThat(new RefundAccount("Rémi", iban).toString()).doesNotContain("Rémi", "3000");
        assertThat(iban.ending()).isEqualTo("0189");
    }
}
