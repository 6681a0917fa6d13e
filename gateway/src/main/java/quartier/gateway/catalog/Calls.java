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

/** The calls for projects of the catalog-service. */
@Component
public class Calls {

    private static final int ALL = 100;

    private final ServiceClient http;

    Calls(Function<Service, ServiceClient> clients) {
        this.http = clients.apply(Service.CATALOG);
    }

    /** Those that projects of the territory may answer, its own and those of the territories above it. */
    public List<CallForProjects> reaching(@Nullable String territory, @Nullable String state) {
        return http.list(
                        Bearer.none(),
                        CallForProjects.class,
                        Request.of("/v1/calls")
                                .with("territory", territory)
                                .with("state", state)
                                .with("limit", ALL))
                .items();
    }

    public CallForProjects bySlug(String slug) {
        return http.get(Bearer.none(), CallForProjects.class, Request.of("/v1/calls/by-slug/{slug}", slug));
    }

    public CallForProjects one(String id) {
        return http.get(Bearer.none(), CallForProjects.class, Request.of("/v1/calls/{id}", id));
    }

    /** {@code form} is the contract's CallForm. */
    public Answer<CallForProjects> announce(Bearer staff, String idempotencyKey, Object form) {
        return http.send(
                HttpMethod.POST,
                staff,
                CallForProjects.class,
                Request.of("/v1/calls")
                        .header("Idempotency-Key", idempotencyKey)
                        .body(form));
    }

    public Answer<CallForProjects> change(Bearer staff, String id, long version, Object form) {
        return http.send(
                HttpMethod.PUT,
                staff,
                CallForProjects.class,
                Request.of("/v1/calls/{id}", id)
                        .header("If-Match", "\"" + version + "\"")
                        .body(form));
    }

    public Answer<CallForProjects> close(Bearer staff, String id, long version) {
        return http.send(
                HttpMethod.POST,
                staff,
                CallForProjects.class,
                Request.of("/v1/calls/{id}/close", id)
                        .header("If-Match", "\"" + version + "\"")
                        .body(Map.of()));
    }

    public Answer<Nothing> enter(Bearer owner, String call, String project) {
        return http.send(
                HttpMethod.PUT,
                owner,
                Nothing.class,
                Request.of("/v1/projects/{id}/call", project).body(Map.of("call", call)));
    }

    public Answer<Nothing> remove(Bearer staff, String call, String project, String reason) {
        return http.send(
                HttpMethod.POST,
                staff,
                Nothing.class,
                Request.of("/v1/projects/{id}/call/remove", project).body(Map.of("call", call, "reason", reason)));
    }
}
