package quartier.bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** An issuer of its own, and a token of the operator, who alone may have an index made anew. */
final class Operator implements AutoCloseable {

    private static final int KEY_BITS = 2048;

    private final RSAKey key;
    private final HttpServer keys;

    Operator() {
        try {
            key = new RSAKeyGenerator(KEY_BITS).keyID("bench").generate();
            byte[] published = new JWKSet(key).toString().getBytes(StandardCharsets.UTF_8);
            keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            keys.createContext("/", exchange -> {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, published.length);
                exchange.getResponseBody().write(published);
                exchange.close();
            });
            keys.start();
        } catch (JOSEException noKey) {
            throw new IllegalStateException(noKey);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    String issuer() {
        return "http://localhost:" + keys.getAddress().getPort();
    }

    String token() {
        Instant now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience("quartier")
                .subject("m-odile")
                .claim("name", "Odile")
                .claim("roles", List.of("operator"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofHours(12))))
                .build();
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("bench").build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        keys.stop(0);
    }
}
