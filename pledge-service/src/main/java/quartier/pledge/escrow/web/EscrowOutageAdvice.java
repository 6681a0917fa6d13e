package quartier.pledge.escrow.web;

import java.net.URI;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import quartier.pledge.escrow.EscrowUnavailableException;

/** The writer got no answer from the store: a 503 as any outage, where the same request again is safe. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class EscrowOutageAdvice {

    private static final Logger log = LoggerFactory.getLogger(EscrowOutageAdvice.class);

    private final MessageSource messages;

    EscrowOutageAdvice(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(EscrowUnavailableException outage, Locale locale) {
        log.warn("An escrow could not be reached: {}", outage.getMessage());
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, messages.getMessage("problem.unavailable.detail", null, locale));
        problem.setType(URI.create("urn:quartier:problem:unavailable"));
        problem.setTitle(messages.getMessage("problem.unavailable.title", null, locale));
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "2")
                .body(problem);
    }
}
