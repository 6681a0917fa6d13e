package quartier.local.identity;

import com.mongodb.client.MongoClients;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** Access tokens for scripts and for the demo, signed with the installation's own key as those of the sign-in are. */
public final class LocalTokens {

    private static final Duration LIFE = Duration.ofHours(12);

    private final URI issuer;
    private final RSAKey key;

    /** Makes the key where there is none yet. */
    public LocalTokens(URI issuer, Path keyFile) {
        this.issuer = issuer;
        this.key = SigningKey.at(keyFile);
    }

    /** For a demo person's short name or e-mail address, or for the address of somebody who signed up. */
    public Optional<String> of(String login, String storeUri) {
        List<Person> demoPeople =
                demoPeople().stream().map(person -> person.withPassword("")).toList();
        try (var store = MongoClients.create(storeUri)) {
            return new People(demoPeople, store.getDatabase("identity").getCollection("members"))
                    .byLogin(login)
                    .map(this::of);
        }
    }

    /** For a demo person, by short name; asks no store. */
    public String ofDemoPerson(String login) {
        return of(demoPerson(login).withPassword(""));
    }

    /** A demo person's name as others read it. */
    public String nameOf(String login) {
        return demoPerson(login).name();
    }

    /** For somebody invented, without a role. */
    public String ofInvented(String login, String name) {
        return of(new Person(
                IdentityProperties.memberId(login), IdentityProperties.emailOf(login), name, "fr", List.of(), ""));
    }

    private String of(Person person) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer.toString())
                .subject(person.memberId())
                .audience(TokenClaims.AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .jwtID(UUID.randomUUID().toString());
        TokenClaims.of(person).forEach(claims::claim);
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key.getKeyID())
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims.build());
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException broken) {
            throw new IllegalStateException("the signing key can't sign", broken);
        }
        return token.serialize();
    }

    private static IdentityProperties.DemoPerson demoPerson(String login) {
        return demoPeople().stream()
                .filter(person -> person.login().equals(login))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no demo person is called " + login));
    }

    private static List<IdentityProperties.DemoPerson> demoPeople() {
        try {
            var sources = new YamlPropertySourceLoader().load("people", new ClassPathResource("demo/people.yml"));
            return new Binder(ConfigurationPropertySources.from(sources))
                    .bind("quartier.identity.demo-people", Bindable.listOf(IdentityProperties.DemoPerson.class))
                    .get();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
