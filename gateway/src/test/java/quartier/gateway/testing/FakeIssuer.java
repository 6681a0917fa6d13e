package quartier.gateway.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.springframework.web.util.UriComponentsBuilder;
import quartier.gateway.testing.FakeService.Received;
import quartier.gateway.testing.FakeService.Reply;

/** An OpenID Connect issuer that lets one chosen person in without asking. */
public final class FakeIssuer implements AutoCloseable {

    private final FakeService http;
    private final RSAKey key;
    private final Map<String, String> nonces = new ConcurrentHashMap<>();
    private volatile String id = "m-alexis";
    private volatile String name = "Alexis Morel";
    private volatile List<String> roles = List.of();
    private final AtomicReference<Duration> issuedAgo = new AtomicReference<>(Duration.ZERO);
    private volatile Duration tokenLife = Duration.ofMinutes(30);

    public FakeIssuer(int port) {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException noRsa) {
            throw new IllegalStateException(noRsa);
        }
        http = new FakeService(port);
        answerAll();
    }

    public URI address() {
        return http.address();
    }

    public FakeService http() {
        return http;
    }

    /** Alexis, with a token for half an hour, from an issuer that answers. */
    public void reset() {
        person("m-alexis", "Alexis Morel");
        tokenLife = Duration.ofMinutes(30);
        http.forget();
        answerAll();
    }

    private void answerAll() {
        http.on("GET /oauth2/authorize", this::authorize)
                .on("POST /oauth2/token", this::token)
                .on("GET /oauth2/jwks", request -> Reply.json(new JWKSet(key.toPublicJWK()).toString()))
                .on("GET /userinfo", request -> Reply.json("{\"sub\":\"%s\",\"name\":\"%s\"}".formatted(id, name)));
    }

    /** Who signs in next. */
    public void person(String memberId, String itsName, String... itsRoles) {
        id = memberId;
        name = itsName;
        roles = List.of(itsRoles);
    }

    public void tokenLife(Duration life) {
        tokenLife = life;
    }

    /** From now on its tokens look as old as this; the next sign-in after that one is fresh again. */
    public void issuedAgo(Duration age) {
        issuedAgo.set(age);
    }

    private Reply authorize(Received request) {
        Map<String, String> query = parameters(request.query() == null ? "" : request.query());
        String code = "code-" + query.getOrDefault("state", "").hashCode();
        nonces.put(code, query.getOrDefault("nonce", ""));
        return Reply.redirect(UriComponentsBuilder.fromUriString(query.getOrDefault("redirect_uri", ""))
                .queryParam("code", code)
                .queryParam("state", "{state}")
                .encode()
                .buildAndExpand(query.getOrDefault("state", ""))
                .toUriString());
    }

    private Reply token(Received request) {
        Map<String, String> form = parameters(request.body());
        Duration age = issuedAgo.getAndSet(Duration.ZERO);
        return Reply.json("""
                {"access_token":"%s","token_type":"Bearer","expires_in":%d,"refresh_token":"refresh-%s",
                 "scope":"openid profile email","id_token":"%s"}""".formatted(
                        sign("quartier", "", age),
                        tokenLife.toSeconds(),
                        id,
                        sign("gateway", nonces.getOrDefault(form.getOrDefault("code", ""), ""), age)));
    }

    private String sign(String audience, String nonce, Duration issuedAgo) {
        Instant now = Instant.now().minus(issuedAgo);
        var claims = new JWTClaimsSet.Builder()
                .issuer(http.address().toString())
                .subject(id)
                .audience(audience)
                .claim("nonce", nonce)
                .claim("name", name)
                .claim("email", id + "@exemple.fr")
                .claim("locale", "fr")
                .claim("roles", roles)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(Instant.now().plus(tokenLife)))
                .build();
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims);
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException unsigned) {
            throw new IllegalStateException(unsigned);
        }
        return jwt.serialize();
    }

    private static Map<String, String> parameters(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> decode(pair[1]), (first, again) -> first));
    }

    private static String decode(String value) {
        return java.net.URLDecoder.decode(value, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
