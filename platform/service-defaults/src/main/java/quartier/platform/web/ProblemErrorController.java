package quartier.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import quartier.platform.security.AllowedTo;
import quartier.platform.security.Role;

/** Gives the container's own errors the same form as everybody else's. */
@RestController
public final class ProblemErrorController implements ErrorController {

    private final ProblemDocuments documents;

    public ProblemErrorController(ProblemDocuments documents) {
        this.documents = documents;
    }

    @RequestMapping("/error")
    @AllowedTo(Role.ANYONE)
    ResponseEntity<ProblemDetail> error(HttpServletRequest request, Locale locale) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.valueOf(number) : HttpStatus.NOT_FOUND;
        return ResponseEntity.status(status)
                .body(documents.of(status, ProblemAdvice.typeOf(status), List.of(), locale));
    }
}
