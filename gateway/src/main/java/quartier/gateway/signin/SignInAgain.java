package quartier.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** A service no longer takes the session's token: the member signs in again and comes back to the same page. */
public final class SignInAgain {

    private static final Logger log = LoggerFactory.getLogger(SignInAgain.class);
    private static final Duration TOO_SOON = Duration.ofSeconds(20);

    private SignInAgain() {}

    /** Not for who has only just signed in: their new token would be refused like the last, in a circle. */
    public static void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof OidcUser member
                && member.getIssuedAt() != null
                && member.getIssuedAt().isAfter(Instant.now().minus(TOO_SOON))) {
            log.error("A service refuses the issuer's new tokens: check its issuer and its clock");
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        if ("GET".equals(request.getMethod())) {
            new HttpSessionRequestCache().saveRequest(request, response);
        }
        response.sendRedirect("/oauth2/authorization/" + SignInConfiguration.REGISTRATION);
    }
}
