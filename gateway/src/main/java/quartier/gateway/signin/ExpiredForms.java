package quartier.gateway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** A form sent after its session ended is told so; anything else denied is a plain 403. */
public final class ExpiredForms implements AccessDeniedHandler {

    /** The request attribute that tells the error page why. */
    public static final String EXPIRED = "quartier.expired";

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (denied instanceof CsrfException) {
            request.setAttribute(EXPIRED, true);
        }
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
