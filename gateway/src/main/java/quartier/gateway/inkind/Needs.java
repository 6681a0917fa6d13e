package quartier.gateway.inkind;

import java.util.HashMap;
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

/** The inkind-service, as far as pages need it. */
@Component
public class Needs {

    private final ServiceClient http;

    Needs(Function<Service, ServiceClient> clients) {
        this.http = clients.apply(Service.INKIND);
    }

    public Listing<Need> board(
            @Nullable String territory, @Nullable String kind, boolean openOnly, @Nullable String cursor) {
        return http.list(
                Bearer.none(),
                Need.class,
                Request.of("/v1/needs")
                        .with("territory", territory)
                        .with("kind", kind)
                        .with("open", openOnly ? "true" : null)
                        .with("cursor", cursor)
                        .with("limit", 30));
    }

    public List<Need> ofProject(String project) {
        return http.list(
                        Bearer.none(),
                        Need.class,
                        Request.of("/v1/needs").with("project", project).with("limit", 100))
                .items();
    }

    public Need need(String id) {
        return http.get(Bearer.none(), Need.class, Request.of("/v1/needs/{id}", id));
    }

    /** All of them for the project's owner, the caller's own for others. */
    public List<NeedOffer> offersFor(Bearer member, String need) {
        return http.list(
                        member,
                        NeedOffer.class,
                        Request.of("/v1/needs/{id}/offers", need).with("limit", 100))
                .items();
    }

    public List<NeedOffer> mine(Bearer member) {
        return http.list(member, NeedOffer.class, Request.of("/v1/me/offers").with("limit", 100))
                .items();
    }

    public Answer<Nothing> offer(
            Bearer member, String need, String idempotencyKey, int quantity, String message, @Nullable String contact) {
        Map<String, Object> body = new HashMap<>(Map.of("quantity", quantity, "message", message));
        if (contact != null && !contact.isBlank()) {
            body.put("contact", contact);
        }
        return http.send(
                HttpMethod.POST,
                member,
                Nothing.class,
                Request.of("/v1/needs/{id}/offers", need)
                        .header("Idempotency-Key", idempotencyKey)
                        .body(body));
    }

    /** The needs of the owner's projects. */
    public List<Need> ofOwner(Bearer owner) {
        return http.list(owner, Need.class, Request.of("/v1/me/needs").with("limit", 100))
                .items();
    }

    /** One of accept, decline, withdraw, done, thank. */
    public Answer<Nothing> step(Bearer member, String offer, String step, Map<String, ?> body) {
        return http.send(
                HttpMethod.POST,
                member,
                Nothing.class,
                Request.of("/v1/offers/{id}/{step}", offer, step).body(body));
    }
}
