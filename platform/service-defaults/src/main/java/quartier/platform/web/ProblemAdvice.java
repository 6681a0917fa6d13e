package quartier.platform.web;

import com.mongodb.MongoException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import quartier.platform.store.StaleAggregateException;

/** The one place where an exception becomes an answer. Nothing of an exception's text leaves the service. */
@RestControllerAdvice
public final class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ProblemDocuments documents;

    public ProblemAdvice(ProblemDocuments documents) {
        this.documents = documents;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Problem problem, Locale locale) {
        var answer = ResponseEntity.status(problem.status());
        problem.retryAfter()
                .or(() -> problem.status() == HttpStatus.SERVICE_UNAVAILABLE
                        ? Optional.of(Duration.ofSeconds(1))
                        : Optional.empty())
                .ifPresent(
                        wait -> answer.header(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds()))));
        return answer.body(documents.of(problem, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> stale(StaleAggregateException stale, Locale locale) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .body(documents.of(HttpStatus.CONFLICT, "changed-meanwhile", List.of(), locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> storeUnavailable(MongoException outage, HttpServletRequest request, Locale locale) {
        log.error("The store failed while answering {} {}", request.getMethod(), request.getRequestURI(), outage);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "2")
                .body(documents.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", List.of(), locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> denied(AccessDeniedException denied, Locale locale) {
        return ResponseEntity.status(HttpStatus.FORBIDDEN)
                .body(documents.of(HttpStatus.FORBIDDEN, "forbidden", List.of(), locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tokenNeeded(AuthenticationException missing, Locale locale) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .body(documents.of(HttpStatus.UNAUTHORIZED, "unauthenticated", List.of(), locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> bug(RuntimeException bug, HttpServletRequest request, Locale locale) {
        log.error("A defect while answering {} {}", request.getMethod(), request.getRequestURI(), bug);
        return ResponseEntity.internalServerError()
                .body(documents.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", List.of(), locale));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var fields = invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> Problem.Field.of(error.getField(), "invalid", String.valueOf(error.getDefaultMessage())))
                .toList();
        ProblemDetail document = documents.of(Problem.ofFields(fields), LocaleContextHolder.getLocale());
        return ResponseEntity.unprocessableContent().body(document);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ProblemDetail document = documents.of(status, typeOf(status), List.of(), LocaleContextHolder.getLocale());
        return new ResponseEntity<>(document, headers, status);
    }

    /** The type of a problem that the framework found. */
    static String typeOf(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> "malformed-request";
            case 401 -> "unauthenticated";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "body-too-large";
            case 415 -> "unsupported-media-type";
            case 503 -> "unavailable";
            default -> status.is4xxClientError() ? "malformed-request" : "internal-error";
        };
    }
}
