package quartier.pledge.payment.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** {@code t=<epoch seconds>,v1=<hex>}: HMAC-SHA256 with the shared secret over {@code <t>.<raw body>}, as Stripe signs. */
final class WebhookSignature {

    static final String HEADER = "Quartier-Signature";

    private static final Duration TOLERANCE = Duration.ofSeconds(300);
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    WebhookSignature(String secret) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    String sign(byte[] body, Instant now) {
        return "t=" + now.getEpochSecond() + ",v1="
                + HexFormat.of().formatHex(mac(Long.toString(now.getEpochSecond()), body));
    }

    /** Why the signature is not to be trusted, or null when it is. */
    @Nullable
    String flawOf(@Nullable String header, byte[] body, Instant now) {
        if (header == null) {
            return "unsigned";
        }
        Map<String, String> parts = Arrays.stream(header.split(",", 8))
                .map(part -> part.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0].strip(), pair -> pair[1].strip(), (first, second) -> first));
        String time = parts.getOrDefault("t", "");
        if (!time.matches("\\d{1,12}")) {
            return "no time of signature";
        }
        if (!MessageDigest.isEqual(mac(time, body), hex(parts.getOrDefault("v1", "")))) {
            return "wrong signature";
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now)
                .abs();
        return age.compareTo(TOLERANCE) > 0 ? "signed too long ago" : null;
    }

    private byte[] mac(String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static byte[] hex(String digits) {
        return digits.matches("([0-9a-f]{2})*") ? HexFormat.of().parseHex(digits) : new byte[0];
    }
}
