package quartier.gateway.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import quartier.gateway.signin.ExpiredForms;
import quartier.platform.web.ProblemDocuments;

/** What remains when something went wrong: a problem document for the API, a page in the reader's language for people. */
@Controller
class ErrorPages implements ErrorController {

    private final ProblemDocuments problems;

    ErrorPages(ProblemDocuments problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
        HttpStatus status = status(request);
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (path.startsWith("/api/") || path.startsWith("/sandbox/")) {
            return document(status, locale);
        }
        response.setStatus(status.value());
        return page(model, status, request.getAttribute(ExpiredForms.EXPIRED) != null ? "expired" : kind(status));
    }

    private static String page(Model model, HttpStatus status, String kind) {
        model.addAttribute("status", status.value());
        model.addAttribute("kind", kind);
        return "error";
    }

    private static String kind(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN, UNAUTHORIZED -> "forbidden";
            case NOT_FOUND, GONE -> "not-found";
            case SERVICE_UNAVAILABLE, BAD_GATEWAY, GATEWAY_TIMEOUT -> "unavailable";
            default -> status.is4xxClientError() ? "bad-request" : "internal";
        };
    }

    private ResponseEntity<ProblemDetail> document(HttpStatus status, Locale locale) {
        String type = switch (status) {
            case NOT_FOUND -> "not-found";
            case FORBIDDEN -> "forbidden";
            case METHOD_NOT_ALLOWED -> "method-not-allowed";
            case CONTENT_TOO_LARGE -> "body-too-large";
            case SERVICE_UNAVAILABLE -> "unavailable";
            default -> status.is4xxClientError() ? "malformed-request" : "internal-error";
        };
        return ResponseEntity.status(status).body(problems.of(status, type, List.of(), locale));
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus known = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }
}
