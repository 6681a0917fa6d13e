package quartier.gateway.catalog;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Bearer;
import quartier.gateway.call.Nothing;
import quartier.gateway.call.Service;
import quartier.gateway.call.ServiceClient;
import quartier.gateway.call.ServiceClient.Request;

/** The review of projects, and reports about them, at the catalog-service. */
@Component
public class Reviews {

    private final ServiceClient http;

    Reviews(Function<Service, ServiceClient> clients) {
        this.http = clients.apply(Service.CATALOG);
    }

    /** What the queue is narrowed to; null means any. */
    public record Filter(
            @Nullable String territory,
            @Nullable String state,
            @Nullable String standing,
            @Nullable String olderThanDays) {}

    public List<Waiting> queue(Bearer moderator, Filter filter) {
        return http.list(
                        moderator,
                        Waiting.class,
                        Request.of("/v1/review")
                                .with("territory", filter.territory())
                                .with("state", filter.state())
                                .with("standing", filter.standing())
                                .with("olderThanDays", filter.olderThanDays()))
                .items();
    }

    /** @param version of the project that the moderator had before them */
    public Answer<Project> decide(Bearer moderator, String id, @Nullable Long version, Object decision) {
        Request request = Request.of("/v1/projects/{id}/review", id).body(decision);
        return http.send(
                HttpMethod.POST,
                moderator,
                Project.class,
                version == null ? request : request.header("If-Match", "\"" + version + "\""));
    }

    public Answer<Nothing> claim(Bearer moderator, String id) {
        return http.send(
                HttpMethod.PUT,
                moderator,
                Nothing.class,
                Request.of("/v1/projects/{id}/claim", id).body(Map.of()));
    }

    public Answer<Nothing> release(Bearer moderator, String id) {
        return http.send(HttpMethod.DELETE, moderator, Nothing.class, Request.of("/v1/projects/{id}/claim", id));
    }

    public Answer<Nothing> annotate(Bearer moderator, String id, String text) {
        return http.send(
                HttpMethod.POST,
                moderator,
                Nothing.class,
                Request.of("/v1/projects/{id}/private-notes", id).body(Map.of("text", text)));
    }

    public Answer<Nothing> appeal(Bearer owner, String id, String reason) {
        return http.send(
                HttpMethod.POST,
                owner,
                Nothing.class,
                Request.of("/v1/projects/{id}/appeal", id).body(Map.of("reason", reason)));
    }

    public List<Happening> history(Bearer reader, String id) {
        return http.list(reader, Happening.class, Request.of("/v1/projects/{id}/history", id))
                .items();
    }

    public List<AnswerTemplate> templates(Bearer moderator, String territory) {
        return http.list(
                        moderator, AnswerTemplate.class, Request.of("/v1/territories/{id}/answer-templates", territory))
                .items();
    }

    public Answer<Nothing> report(Bearer anybody, String id, String reason, String text) {
        return http.send(
                HttpMethod.POST,
                anybody,
                Nothing.class,
                Request.of("/v1/projects/{id}/reports", id).body(Map.of("reason", reason, "text", text)));
    }

    public List<Report> reports(Bearer moderator, @Nullable String territory, @Nullable String outcome) {
        return http.list(
                        moderator,
                        Report.class,
                        Request.of("/v1/reports").with("territory", territory).with("outcome", outcome))
                .items();
    }

    public Answer<Nothing> closeReport(Bearer moderator, String id, String outcome, String note) {
        return http.send(
                HttpMethod.POST,
                moderator,
                Nothing.class,
                Request.of("/v1/reports/{id}/close", id).body(Map.of("outcome", outcome, "note", note)));
    }
}
