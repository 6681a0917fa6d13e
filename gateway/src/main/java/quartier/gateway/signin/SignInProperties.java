package quartier.gateway.signin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The OpenID Connect issuer. Its endpoints are said, not discovered: the gateway starts without it. The paths follow
 * the issuer's address; the defaults are those of Spring Authorization Server.
 *
 * @param formsLeadTo the payment provider's pages, to which a form of ours may lead besides the issuer's
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
        @NotBlank String signOutPath,

        @DefaultValue({"https://checkout.stripe.com", "https://connect.stripe.com"})
        List<String> formsLeadTo) {

    String endpoint(String path) {
        return issuer + path;
    }
}
