package quartier.platform.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The caller's name for one creation. The same member with the same key means the same thing again: the id that it
 * gives is the same, so a retry finds what the first try made.
 */
public record IdempotencyKey(String value) {

    private static final int LONGEST = 200;

    /** 400 {@code idempotency-key-missing} without a header, or with one that is blank or too long. */
    public static IdempotencyKey required(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > LONGEST) {
            throw new Problem(HttpStatus.BAD_REQUEST, "idempotency-key-missing");
        }
        return new IdempotencyKey(header);
    }

    /** A UUIDv5 (RFC 9562) of what is created, who creates it and the key. */
    public String idFor(String kind, String memberId) {
        byte[] hash = sha("SHA-1", kind + '\n' + memberId + '\n' + value);
        hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
        hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
        var bits = ByteBuffer.wrap(hash);
        return new UUID(bits.getLong(), bits.getLong()).toString();
    }

    /** Of a request's body, to tell a repetition from another request under the same key. */
    public static String fingerprint(String canonicalBody) {
        return HexFormat.of().formatHex(sha("SHA-256", canonicalBody));
    }

    /** 422: the key was used before, with another body. */
    public static Problem reused() {
        return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused");
    }

    private static byte[] sha(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
