package quartier.gateway.support;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Bearer;
import quartier.gateway.call.Listing;
import quartier.gateway.call.Nothing;
import quartier.gateway.call.Service;
import quartier.gateway.call.ServiceClient;
import quartier.gateway.call.ServiceClient.Request;

/** The support-service, as far as pages need it. */
@Component
public class Supporters {

    private final ServiceClient http;

    Supporters(Function<Service, ServiceClient> clients) {
        this.http = clients.apply(Service.SUPPORT);
    }

    public List<Supporter> all(Bearer bearer) {
        return http.list(bearer, Supporter.class, Request.of("/v1/supporters").with("limit", 100))
                .items();
    }

    public List<Supporter> mine(Bearer member) {
        return http.list(
                        member, Supporter.class, Request.of("/v1/me/supporters").with("limit", 100))
                .items();
    }

    public Supporter supporter(Bearer bearer, String id) {
        return http.get(bearer, Supporter.class, Request.of("/v1/supporters/{id}", id));
    }

    public Answer<Supporter> register(Bearer member, String idempotencyKey, Object form) {
        return http.send(
                HttpMethod.POST,
                member,
                Supporter.class,
                Request.of("/v1/supporters")
                        .header("Idempotency-Key", idempotencyKey)
                        .body(form));
    }

    /** approve or suspend. */
    public Answer<Nothing> decide(Bearer operator, String id, String step) {
        return http.send(
                HttpMethod.POST,
                operator,
                Nothing.class,
                Request.of("/v1/supporters/{id}/{step}", id, step).body(Map.of()));
    }

    public Listing<Sighting> radar(
            Bearer agent,
            String supporter,
            @Nullable String territory,
            @Nullable String theme,
            @Nullable Integer minimumPercent,
            @Nullable Integer minimumBackers,
            @Nullable String cursor) {
        return http.list(
                agent,
                Sighting.class,
                Request.of("/v1/radar")
                        .with("supporter", supporter)
                        .with("territory", territory)
                        .with("theme", theme)
                        .with("minimumPercent", minimumPercent)
                        .with("minimumBackers", minimumBackers)
                        .with("cursor", cursor)
                        .with("limit", 30));
    }

    public List<Watch> watches(Bearer agent, String supporter) {
        return http.list(
                        agent,
                        Watch.class,
                        Request.of("/v1/supporters/{id}/watches", supporter).with("limit", 100))
                .items();
    }

    public Answer<Nothing> watch(Bearer agent, String supporter, String project, @Nullable String note) {
        return http.send(
                HttpMethod.PUT,
                agent,
                Nothing.class,
                Request.of("/v1/supporters/{id}/watches/{project}", supporter, project)
                        .body(note == null || note.isBlank() ? Map.of() : Map.of("note", note)));
    }

    public Answer<Nothing> unwatch(Bearer agent, String supporter, String project) {
        return http.send(
                HttpMethod.DELETE,
                agent,
                Nothing.class,
                Request.of("/v1/supporters/{id}/watches/{project}", supporter, project));
    }

    public Answer<SupportOffer> offer(Bearer agent, String idempotencyKey, Object form) {
        return http.send(
                HttpMethod.POST,
                agent,
                SupportOffer.class,
                Request.of("/v1/offers")
                        .header("Idempotency-Key", idempotencyKey)
                        .body(form));
    }

    /** The accepted ones for everybody, all of them for the project's owner. */
    public List<SupportOffer> forProject(Bearer bearer, String project) {
        return http.list(
                        bearer,
                        SupportOffer.class,
                        Request.of("/v1/offers").with("project", project).with("limit", 100))
                .items();
    }

    public List<SupportOffer> madeBy(Bearer agent, String supporter) {
        return http.list(
                        agent,
                        SupportOffer.class,
                        Request.of("/v1/supporters/{id}/offers", supporter).with("limit", 100))
                .items();
    }

    public List<SupportOffer> toMe(Bearer owner) {
        return http.list(owner, SupportOffer.class, Request.of("/v1/me/offers").with("limit", 100))
                .items();
    }

    /** accept, decline or withdraw. */
    public Answer<Nothing> step(Bearer member, String offer, String step, Map<String, ?> body) {
        return http.send(
                HttpMethod.POST,
                member,
                Nothing.class,
                Request.of("/v1/offers/{id}/{step}", offer, step).body(body));
    }
}
