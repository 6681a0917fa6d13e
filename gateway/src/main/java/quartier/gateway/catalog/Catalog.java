package quartier.gateway.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Bearer;
import quartier.gateway.call.Listing;
import quartier.gateway.call.Nothing;
import quartier.gateway.call.Remembered;
import quartier.gateway.call.Service;
import quartier.gateway.call.ServiceClient;
import quartier.gateway.call.ServiceClient.Request;

/** The catalog-service, as far as pages need it. */
@Component
public class Catalog {

    private static final int ALL = 100;

    private final ServiceClient http;
    private final Remembered<List<Territory>> territories;

    Catalog(Function<Service, ServiceClient> clients) {
        this.http = clients.apply(Service.CATALOG);
        this.territories = new Remembered<>(
                Duration.ofSeconds(20),
                () -> http.list(
                                Bearer.none(),
                                Territory.class,
                                Request.of("/v1/territories").with("limit", ALL))
                        .items());
    }

    /** All territories; a little old, rather than none. */
    public List<Territory> territories() {
        return territories.get();
    }

    /** Whoever changes a territory here sees it changed at once; other replicas show it when what they know is old. */
    void territoryChanged() {
        territories.forget();
    }

    public Optional<Territory> territory(String id) {
        return territories().stream()
                .filter(territory -> territory.id().equals(id))
                .findFirst();
    }

    public Listing<Project> projects(Bearer bearer, ProjectSearch search) {
        return http.list(
                bearer,
                Project.class,
                Request.of("/v1/projects")
                        .with("territory", search.territory())
                        .with("theme", search.theme())
                        .with("district", search.district())
                        .with("state", search.state())
                        .with("needKind", search.needKind())
                        .with("call", search.call())
                        .with("q", search.q())
                        .with("cursor", search.cursor())
                        .with("limit", search.limit()));
    }

    public Project bySlug(Bearer bearer, String slug) {
        return http.get(bearer, Project.class, Request.of("/v1/projects/by-slug/{slug}", slug));
    }

    public Project project(Bearer bearer, String id) {
        return http.get(bearer, Project.class, Request.of("/v1/projects/{id}", id));
    }

    public List<Project> mine(Bearer member) {
        return http.list(member, Project.class, Request.of("/v1/me/projects").with("limit", ALL))
                .items();
    }

    /** {@code form} is the contract's ProjectForm. */
    public Answer<Project> create(Bearer member, String idempotencyKey, Object form) {
        return http.send(
                HttpMethod.POST,
                member,
                Project.class,
                Request.of("/v1/projects")
                        .header("Idempotency-Key", idempotencyKey)
                        .body(form));
    }

    public Answer<Project> change(Bearer member, String id, long version, Object form) {
        return http.send(
                HttpMethod.PUT,
                member,
                Project.class,
                Request.of("/v1/projects/{id}", id)
                        .header("If-Match", "\"" + version + "\"")
                        .body(form));
    }

    /** One of the steps of a project's life: submit, launch, cancel, realise, suspend, resume. */
    public Answer<Nothing> step(Bearer member, String id, String step, Map<String, ?> body) {
        return http.send(
                HttpMethod.POST,
                member,
                Nothing.class,
                Request.of("/v1/projects/{id}/{step}", id, step).body(body));
    }

    public List<ProjectUpdate> updates(Bearer bearer, String id) {
        return http.list(bearer, ProjectUpdate.class, Request.of("/v1/projects/{id}/updates", id))
                .items();
    }

    public Answer<Nothing> post(Bearer owner, String id, String title, String body, String idempotencyKey) {
        return http.send(
                HttpMethod.POST,
                owner,
                Nothing.class,
                Request.of("/v1/projects/{id}/updates", id)
                        .header("Idempotency-Key", idempotencyKey)
                        .body(Map.of("title", title, "body", body)));
    }
}
