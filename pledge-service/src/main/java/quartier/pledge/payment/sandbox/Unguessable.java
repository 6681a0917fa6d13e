package quartier.pledge.payment.sandbox;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names of pages that only those know who were told. */
final class Unguessable {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Unguessable() {}

    static String name() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }
}
