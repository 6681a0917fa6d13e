package quartier.gateway.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Bearer;
import quartier.gateway.call.Money;
import quartier.gateway.call.Nothing;
import quartier.gateway.call.Service;
import quartier.gateway.call.ServiceClient;
import quartier.gateway.call.ServiceClient.Request;

/** What a team does with its project at the catalog-service, besides writing its form. */
@Component
public class Carrying {

    public record NewInvitation(String id, String token) {}

    public record Question(
            String id,
            @Nullable String byName,
            @Nullable String text,
            @Nullable Instant at,
            @Nullable Reply answer,
            boolean own) {}

    public record Reply(@Nullable String text, @Nullable Instant at) {}

    /** @param date ISO 8601 */
    public record Day(String date, Money collected, int backers) {}

    public record Milestone(
            @Nullable Instant at, String kind, @Nullable String title) {}

    private final ServiceClient http;

    Carrying(Function<Service, ServiceClient> clients) {
        this.http = clients.apply(Service.CATALOG);
    }

    public Answer<NewInvitation> invite(Bearer owner, String project, String role) {
        return http.send(
                HttpMethod.POST,
                owner,
                NewInvitation.class,
                Request.of("/v1/projects/{id}/invitations", project).body(Map.of("role", role)));
    }

    public Answer<Nothing> withdraw(Bearer owner, String project, String invitation) {
        return delete(owner, Request.of("/v1/projects/{id}/invitations/{i}", project, invitation));
    }

    public Answer<Nothing> join(Bearer member, String project, String token) {
        return http.send(
                HttpMethod.POST,
                member,
                Nothing.class,
                Request.of("/v1/projects/{id}/team", project).body(Map.of("token", token)));
    }

    public Answer<Nothing> dismiss(Bearer member, String project, String mate) {
        return delete(member, Request.of("/v1/projects/{id}/team/{mate}", project, mate));
    }

    public Answer<Nothing> hang(Bearer member, String project, String alternative, byte[] file) {
        return http.send(
                HttpMethod.POST,
                member,
                Nothing.class,
                Request.of("/v1/projects/{id}/pictures", project)
                        .with("alternative", alternative)
                        .body(file));
    }

    public Answer<Nothing> takeDown(Bearer member, String project, String picture) {
        return delete(member, Request.of("/v1/projects/{id}/pictures/{picture}", project, picture));
    }

    public List<Question> questions(Bearer reader, String project) {
        return http.list(reader, Question.class, Request.of("/v1/projects/{id}/questions", project))
                .items();
    }

    public Answer<Nothing> ask(Bearer member, String project, String text, String idempotencyKey) {
        return http.send(
                HttpMethod.POST,
                member,
                Nothing.class,
                Request.of("/v1/projects/{id}/questions", project)
                        .header("Idempotency-Key", idempotencyKey)
                        .body(Map.of("text", text)));
    }

    public Answer<Nothing> answer(Bearer member, String project, String question, String text) {
        return http.send(
                HttpMethod.PUT,
                member,
                Nothing.class,
                Request.of("/v1/projects/{id}/questions/{question}/answer", project, question)
                        .body(Map.of("text", text)));
    }

    public Answer<Nothing> removeQuestion(Bearer member, String project, String question) {
        return delete(member, Request.of("/v1/projects/{id}/questions/{question}", project, question));
    }

    public List<Day> curve(Bearer reader, String project) {
        return http.list(reader, Day.class, Request.of("/v1/projects/{id}/curve", project))
                .items();
    }

    public List<Milestone> timeline(Bearer reader, String project) {
        return http.list(reader, Milestone.class, Request.of("/v1/projects/{id}/timeline", project))
                .items();
    }

    private Answer<Nothing> delete(Bearer member, Request request) {
        return http.send(HttpMethod.DELETE, member, Nothing.class, request);
    }
}
