package quartier.gateway.signin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The OpenID Connect issuer. Its endpoints are said, not discovered: the gateway starts without it. The paths follow
 * the issuer's address; the defaults are those of Spring Authorization Server.
 */
@Validated
@ConfigurationProperties("quartier.sign-in")
public record SignInProperties(
        @NotNull URI issuer,
        @NotBlank String clientId,
        @NotBlank String clientSecret,
        @NotBlank String authorizationPath,
        @NotBlank String tokenPath,
        @NotBlank String keysPath,
        @NotBlank String userInfoPath,
        @NotBlank String signOutPath) {

    String endpoint(String path) {
        return issuer + path;
    }
}
