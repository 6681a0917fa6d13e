package quartier.gateway.proxy;

import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import quartier.gateway.call.Breakers;
import quartier.gateway.call.Service;
import quartier.gateway.call.ServiceUnavailable;
import quartier.platform.web.ProblemDocuments;

/** Stands before each route: the breaker decides whether the service is asked, and an outage becomes a problem document. */
final class ServiceGuard {

    private final Breakers breakers;
    private final ProblemDocuments problems;

    ServiceGuard(Breakers breakers, ProblemDocuments problems) {
        this.breakers = breakers;
        this.problems = problems;
    }

    HandlerFilterFunction<ServerResponse, ServerResponse> of(Service service) {
        return (request, next) -> {
            Breakers.Attempt attempt;
            try {
                attempt = breakers.attempt(service);
            } catch (ServiceUnavailable leftAlone) {
                return unavailable();
            }
            try {
                ServerResponse response = next.handle(request);
                attempt.answered(response.statusCode());
                return response;
            } catch (ResponseStatusException tooLarge) {
                attempt.notCounted();
                return problem(
                        ServerResponse.status(HttpStatus.CONTENT_TOO_LARGE),
                        HttpStatus.CONTENT_TOO_LARGE,
                        "body-too-large");
            } catch (ResourceAccessException away) {
                attempt.failed(away);
                return unavailable();
            }
        };
    }

    private ServerResponse unavailable() {
        var answer = ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(
                        HttpHeaders.RETRY_AFTER,
                        String.valueOf(breakers.retryAfter().toSeconds()));
        return problem(answer, HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
    }

    private ServerResponse problem(ServerResponse.BodyBuilder answer, HttpStatus status, String type) {
        return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.of(status, type, List.of(), LocaleContextHolder.getLocale()));
    }
}
