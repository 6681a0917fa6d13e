package quartier.gateway.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import quartier.gateway.call.Breakers;
import quartier.gateway.call.ServiceRefused;
import quartier.gateway.call.ServiceUnavailable;
import quartier.gateway.signin.SignInAgain;

/** A page whose heart is missing: not there, not allowed, or not now. The error page says so. */
@ControllerAdvice
class CallFailures {

    private static final Logger log = LoggerFactory.getLogger(CallFailures.class);

    private final Breakers breakers;

    CallFailures(Breakers breakers) {
        this.breakers = breakers;
    }

    @ExceptionHandler
    void refused(ServiceRefused refused, HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = refused.refusal().status();
        if (status == HttpStatus.UNAUTHORIZED.value()) {
            SignInAgain.send(request, response);
        } else if (status == HttpStatus.FORBIDDEN.value() || status == HttpStatus.BAD_REQUEST.value()) {
            response.sendError(status);
        } else {
            response.sendError(HttpStatus.NOT_FOUND.value());
        }
    }

    @ExceptionHandler
    void unavailable(ServiceUnavailable away, HttpServletResponse response) throws IOException {
        log.warn("A page could not be shown without {}", away.service().segment(), away);
        response.setHeader(
                HttpHeaders.RETRY_AFTER, String.valueOf(breakers.retryAfter().toSeconds()));
        response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
    }
}
