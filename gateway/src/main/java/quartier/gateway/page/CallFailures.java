package quartier.gateway.page;

import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import quartier.gateway.call.Breakers;
import quartier.gateway.call.ServiceRefused;
import quartier.gateway.call.ServiceUnavailable;

/** A page whose heart is missing: not there, not allowed, or not now. */
@ControllerAdvice
class CallFailures {

    private static final Logger log = LoggerFactory.getLogger(CallFailures.class);

    private final Breakers breakers;

    CallFailures(Breakers breakers) {
        this.breakers = breakers;
    }

    @ExceptionHandler
    String refused(ServiceRefused refused, Model model, HttpServletResponse response) {
        int code = refused.refusal().status();
        if (code == HttpStatus.UNAUTHORIZED.value()) {
            // The service no longer takes the session's token: sign in again, and come back here.
            throw new ClientAuthorizationRequiredException("quartier");
        }
        HttpStatus status = code == HttpStatus.FORBIDDEN.value() ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND;
        response.setStatus(status.value());
        return ErrorPages.page(model, status, ErrorPages.kind(status));
    }

    @ExceptionHandler
    String unavailable(ServiceUnavailable away, Model model, HttpServletResponse response) {
        log.warn("A page could not be shown without {}", away.service().segment(), away);
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(breakers.retryAfter().toSeconds()));
        return ErrorPages.page(model, HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
    }
}
