package quartier.gateway.catalog;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Bearer;
import quartier.gateway.call.Nothing;
import quartier.gateway.call.Service;
import quartier.gateway.call.ServiceClient;
import quartier.gateway.call.ServiceClient.Request;
import quartier.gateway.catalog.Contest.Choices;
import quartier.gateway.catalog.Contest.Desk;
import quartier.gateway.catalog.Contest.Entrant;
import quartier.gateway.catalog.Contest.Jury;
import quartier.gateway.catalog.Contest.Result;
import quartier.gateway.catalog.Contest.Standing;

/** How the catalog-service's calls choose: answers, jury, vote, result. */
@Component
public class Contests {

    private final ServiceClient http;

    Contests(Function<Service, ServiceClient> clients) {
        this.http = clients.apply(Service.CATALOG);
    }

    public Answer<Nothing> answer(Bearer owner, String call, String project, Map<String, String> answers) {
        return http.send(
                HttpMethod.PUT,
                owner,
                Nothing.class,
                Request.of("/v1/calls/{id}/applications/{project}", call, project)
                        .body(Map.of("answers", answers)));
    }

    /** A spreadsheet. */
    public String applications(Bearer staff, String call) {
        return http.text(staff, Request.of("/v1/calls/{id}/applications.csv", call));
    }

    public List<Entrant> entrants(String call) {
        return http.list(Bearer.none(), Entrant.class, Request.of("/v1/calls/{id}/entrants", call))
                .items();
    }

    public Jury jury(Bearer viewer, String call) {
        return http.get(viewer, Jury.class, Request.of("/v1/calls/{id}/jury", call));
    }

    public Answer<Nothing> name(Bearer staff, String call, String idempotencyKey, String name) {
        return http.send(
                HttpMethod.POST,
                staff,
                Nothing.class,
                Request.of("/v1/calls/{id}/jury", call)
                        .header("Idempotency-Key", idempotencyKey)
                        .body(Map.of("name", name)));
    }

    public Answer<Nothing> dismiss(Bearer staff, String call, String seat) {
        return http.send(HttpMethod.DELETE, staff, Nothing.class, Request.of("/v1/calls/{id}/jury/{seat}", call, seat));
    }

    public Answer<Nothing> accept(Bearer member, String call, String code) {
        return http.send(
                HttpMethod.POST,
                member,
                Nothing.class,
                Request.of("/v1/calls/{id}/jury/accept", call).body(Map.of("code", code)));
    }

    public Desk desk(Bearer juror, String call) {
        return http.get(juror, Desk.class, Request.of("/v1/calls/{id}/jury/desk", call));
    }

    public Answer<Nothing> score(
            Bearer juror, String call, String project, Map<String, Integer> scores, String comment) {
        return http.send(
                HttpMethod.PUT,
                juror,
                Nothing.class,
                Request.of("/v1/calls/{id}/jury/scores/{project}", call, project)
                        .body(Map.of("scores", scores, "comment", comment)));
    }

    public Answer<Nothing> declare(Bearer juror, String call, String project, String reason) {
        return http.send(
                HttpMethod.PUT,
                juror,
                Nothing.class,
                Request.of("/v1/calls/{id}/jury/conflicts/{project}", call, project)
                        .body(Map.of("reason", reason)));
    }

    public List<String> votes(Bearer member, String call) {
        return http.get(member, Choices.class, Request.of("/v1/calls/{id}/votes/mine", call))
                .choices();
    }

    public Answer<Nothing> vote(Bearer member, String call, String project) {
        return http.send(
                HttpMethod.POST,
                member,
                Nothing.class,
                Request.of("/v1/calls/{id}/votes", call).body(Map.of("project", project)));
    }

    public List<Standing> standings(Bearer staff, String call) {
        return http.list(staff, Standing.class, Request.of("/v1/calls/{id}/standings", call))
                .items();
    }

    public Result result(String call) {
        return http.get(Bearer.none(), Result.class, Request.of("/v1/calls/{id}/result", call));
    }

    /** {@code awards} are the contract's. */
    public Answer<Nothing> publish(Bearer staff, String call, List<? extends Object> awards) {
        return http.send(
                HttpMethod.PUT,
                staff,
                Nothing.class,
                Request.of("/v1/calls/{id}/result", call).body(Map.of("awards", awards)));
    }
}
