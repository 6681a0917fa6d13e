package quartier.catalog.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import quartier.platform.security.Caller;

/** Who reports: the member, or else the address, as a keyed hash from which neither can be read. */
@Component
final class Reporters {

    private static final String ALGORITHM = "HmacSHA256";

    private final String addressHeader;
    private final SecretKeySpec key;

    Reporters(ReporterProperties properties) {
        this.addressHeader = properties.addressHeader();
        this.key = new SecretKeySpec(
                properties.key().isEmpty() ? random() : properties.key().getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    private static byte[] random() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }

    String of(HttpServletRequest request, Optional<Caller> caller) {
        String who = caller.map(known -> "member " + known.memberId())
                .orElseGet(() -> "address "
                        + Objects.requireNonNullElse(request.getHeader(addressHeader), request.getRemoteAddr()));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(who.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
