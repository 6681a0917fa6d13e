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
import tools.jackson.databind.node.ObjectNode;

/** What a territory's administrators read and write at the catalog-service. */
@Component
public class Offices {

    private final ServiceClient http;
    private final Catalog catalog;

    Offices(Function<Service, ServiceClient> clients, Catalog catalog) {
        this.http = clients.apply(Service.CATALOG);
        this.catalog = catalog;
    }

    /** As it is now, and not as the other pages remember it. */
    public Territory territory(String id) {
        return http.get(Bearer.none(), Territory.class, Request.of("/v1/territories/{id}", id));
    }

    /** All that the service says of it, with its {@code version}. */
    public ObjectNode whole(String id) {
        return http.get(Bearer.none(), ObjectNode.class, Request.of("/v1/territories/{id}", id));
    }

    /** What it says itself, to be changed and sent again. */
    public ObjectNode form(Bearer admin, String id) {
        return http.get(admin, ObjectNode.class, Request.of("/v1/territories/{id}/form", id));
    }

    public Answer<Nothing> found(Bearer operator, String id, Object form) {
        return told(http.send(
                HttpMethod.PUT,
                operator,
                Nothing.class,
                Request.of("/v1/territories/{id}", id).body(form)));
    }

    public Answer<Nothing> put(Bearer admin, String id, long version, Object form) {
        return change(
                admin, HttpMethod.PUT, Request.of("/v1/territories/{id}", id).body(form), version);
    }

    public List<PolicyEdition> policies(String id) {
        return http.list(Bearer.none(), PolicyEdition.class, Request.of("/v1/territories/{id}/policies", id))
                .items();
    }

    public Answer<Nothing> enact(Bearer admin, String id, long version, Object enactment) {
        return change(
                admin,
                HttpMethod.POST,
                Request.of("/v1/territories/{id}/policies", id).body(enactment),
                version);
    }

    public Answer<Nothing> withdraw(Bearer admin, String id, long version, int edition) {
        return change(
                admin, HttpMethod.DELETE, Request.of("/v1/territories/{id}/policies/{version}", id, edition), version);
    }

    public Answer<Nothing> stand(Bearer admin, String id, long version, String standing) {
        return change(
                admin,
                HttpMethod.PUT,
                Request.of("/v1/territories/{id}/standing", id).body(Map.of("standing", standing)),
                version);
    }

    public Answer<Nothing> logo(Bearer admin, String id, long version, String base64) {
        return change(
                admin,
                HttpMethod.PUT,
                Request.of("/v1/territories/{id}/logo", id).body(Map.of("picture", base64)),
                version);
    }

    public Answer<Nothing> templates(Bearer admin, String id, long version, List<?> items) {
        return change(
                admin,
                HttpMethod.PUT,
                Request.of("/v1/territories/{id}/answer-templates", id).body(Map.of("items", items)),
                version);
    }

    public List<StaffMember> staff(Bearer admin, String id) {
        return http.list(admin, StaffMember.class, Request.of("/v1/territories/{id}/staff", id))
                .items();
    }

    public Answer<Nothing> coSupport(Bearer staff, String project, String territory) {
        return http.send(
                HttpMethod.PUT,
                staff,
                Nothing.class,
                Request.of("/v1/projects/{id}/co-supports/{territory}", project, territory)
                        .body(Map.of()));
    }

    public Answer<Nothing> endCoSupport(Bearer staff, String project, String territory) {
        return http.send(
                HttpMethod.DELETE,
                staff,
                Nothing.class,
                Request.of("/v1/projects/{id}/co-supports/{territory}", project, territory));
    }

    private Answer<Nothing> change(Bearer admin, HttpMethod method, Request request, long version) {
        return told(http.send(method, admin, Nothing.class, request.header("If-Match", "\"" + version + "\"")));
    }

    private Answer<Nothing> told(Answer<Nothing> answer) {
        if (answer instanceof Answer.Done<Nothing>) {
            catalog.territoryChanged();
        }
        return answer;
    }
}
