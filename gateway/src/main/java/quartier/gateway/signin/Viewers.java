package quartier.gateway.signin;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.text.ParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;

/** Finds out once per request who looks, and refreshes their access token when it is about to expire. */
public final class Viewers {

    private static final String FOUND = Viewers.class.getName();

    private final OAuth2AuthorizedClientManager clients;

    Viewers(OAuth2AuthorizedClientManager clients) {
        this.clients = clients;
    }

    /** Sends a member to sign in again whose token can no longer be refreshed. */
    public Viewer of(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(FOUND) instanceof Viewer known) {
            return known;
        }
        Viewer viewer = find(request, response);
        request.setAttribute(FOUND, viewer);
        return viewer;
    }

    private Viewer find(HttpServletRequest request, HttpServletResponse response) {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof OAuth2AuthenticationToken signedIn)) {
            return new Viewer(null);
        }
        OAuth2AuthorizedClient client = authorized(signedIn, request, response);
        if (client == null) {
            throw new ClientAuthorizationRequiredException(SignInConfiguration.REGISTRATION);
        }
        return new Viewer(member(client.getAccessToken().getTokenValue()));
    }

    private @Nullable OAuth2AuthorizedClient authorized(
            OAuth2AuthenticationToken signedIn, HttpServletRequest request, HttpServletResponse response) {
        try {
            return clients.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(SignInConfiguration.REGISTRATION)
                    .principal(signedIn)
                    .attribute(HttpServletRequest.class.getName(), request)
                    .attribute(HttpServletResponse.class.getName(), response)
                    .build());
        } catch (ClientAuthorizationException refreshRefused) {
            throw new ClientAuthorizationRequiredException(SignInConfiguration.REGISTRATION);
        }
    }

    /** Reads the claims without checking the signature: the token came straight from the issuer, and services check. */
    static Member member(String accessToken) {
        try {
            JWTClaimsSet claims = JWTParser.parse(accessToken).getJWTClaimsSet();
            List<String> roles = claims.getStringListClaim("roles");
            String name = claims.getStringClaim("name");
            return new Member(
                    claims.getSubject(),
                    name == null ? claims.getSubject() : name,
                    claims.getStringClaim("email"),
                    roles == null ? List.of() : roles,
                    accessToken);
        } catch (ParseException opaque) {
            throw new IllegalStateException("the issuer gave an access token that is no JWT", opaque);
        }
    }
}
