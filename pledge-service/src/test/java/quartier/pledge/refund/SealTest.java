package quartier.pledge.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.charset.StandardCharsets;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final String TEXT = "FR7630006000011234567890189";

    private final Seal seal = sealOf("0123456789abcdef0123456789abcdef");

    @Test
    void opensWhatItClosed() {
        assertThat(seal.open("p1", seal.close("p1", TEXT))).isEqualTo(TEXT);
    }

    @Test
    void neverClosesTheSameTextTwiceInTheSameWay() {
        assertThat(seal.close("p1", TEXT)).isNotEqualTo(seal.close("p1", TEXT));
    }

    @Test
    void opensNothingOfAnotherPledge() {
        byte[] sealed = seal.close("p1", TEXT);

        assertThatIllegalStateException().isThrownBy(() -> seal.open("p2", sealed));
    }

    @Test
    void noticesAChangedByte() {
        byte[] sealed = seal.close("p1", TEXT);
        sealed[sealed.length - 1] ^= 1;

        assertThatIllegalStateException().isThrownBy(() -> seal.open("p1", sealed));
    }

    @Test
    void staysClosedUnderAnotherKey() {
        byte[] sealed = seal.close("p1", TEXT);

        assertThatIllegalStateException()
                .isThrownBy(() -> sealOf("ffffffffffffffffffffffffffffffff").open("p1", sealed));
    }

    private static Seal sealOf(String key) {
        return new Seal(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "AES"));
    }
}
