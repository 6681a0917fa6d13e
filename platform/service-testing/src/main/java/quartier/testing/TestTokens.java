package quartier.testing;

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
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;

/** An identity provider reduced to its keys: it signs tokens, and publishes the key that checks them. */
public final class TestTokens implements AutoCloseable {

    private final RSAKey key = newKey("test");
    private final HttpServer server;

    TestTokens() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext("/jwks", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    String jwks() {
        return issuer() + "/jwks";
    }

    /** A member without any role: id {@code m-<name>}, that name, an address, French. */
    public String member(String name) {
        return with(name);
    }

    /** A member with roles, for example {@code moderator:lyon}. */
    public String with(String name, String... roles) {
        return signed(key, claims(name, Instant.now().plus(Duration.ofHours(1)), roles));
    }

    /** A member who reads English. */
    public String english(String name, String... roles) {
        return signed(
                key,
                new JWTClaimsSet.Builder(claims(name, Instant.now().plus(Duration.ofHours(1)), roles))
                        .claim("locale", "en")
                        .build());
    }

    public String expired(String name) {
        return signed(key, claims(name, Instant.now().minus(Duration.ofHours(1))));
    }

    /** Right in every claim, but signed with somebody else's key. */
    public String forged(String name, String... roles) {
        return signed(newKey("test"), claims(name, Instant.now().plus(Duration.ofHours(1)), roles));
    }

    /** Ours, but meant for another audience. */
    public String forAnotherAudience(String name) {
        return signed(
                key,
                new JWTClaimsSet.Builder(claims(name, Instant.now().plus(Duration.ofHours(1))))
                        .audience("somebody-else")
                        .build());
    }

    /** The id of the member with this name. */
    public static String idOf(String name) {
        return "m-" + name;
    }

    private JWTClaimsSet claims(String name, Instant expires, String... roles) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(idOf(name))
                .audience("quartier")
                .issueTime(Date.from(expires.minus(Duration.ofHours(2))))
                .expirationTime(Date.from(expires))
                .claim("name", name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1))
                .claim("email", name + "@example.org")
                .claim("locale", "fr")
                .claim("roles", List.of(roles))
                .build();
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static RSAKey newKey(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
