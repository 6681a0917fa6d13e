package quartier.local.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param issuer this provider's address, as browsers and services see it
 * @param gateway where people come from and go back to
 * @param clientSecret the gateway's, made anew for each installation
 * @param keyFile of the signing key; made where it is missing
 * @param accessTokenLife after it the gateway refreshes
 * @param signInLife after it people sign in again
 */
@Validated
@ConfigurationProperties("quartier.identity")
record IdentityProperties(
        @NotNull URI issuer,
        @NotNull URI gateway,
        @NotBlank String clientSecret,
        @NotNull Path keyFile,
        @DefaultValue("1h") Duration accessTokenLife,
        @DefaultValue("12h") Duration signInLife,
        @NotBlank String demoPassword,
        @DefaultValue List<@Valid DemoPerson> demoPeople) {

    /** One line of {@code demo/people.yml}. */
    record DemoPerson(
            @NotBlank String login,
            @NotBlank String name,
            @DefaultValue("fr") String locale,
            @DefaultValue List<String> roles,
            @Nullable String about) {

        Person withPassword(String hash) {
            return new Person(memberId(login), emailOf(login), name, locale, roles, hash);
        }
    }

    /** Demo people's member ids tell who they are, so that scripts and tests can name them. */
    static String memberId(String login) {
        return "m-" + login.toLowerCase(Locale.ROOT);
    }

    static String emailOf(String login) {
        return login.toLowerCase(Locale.ROOT) + "@quartier.example";
    }
}
