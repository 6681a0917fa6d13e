package quartier.gateway.catalog;

import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Bearer;
import quartier.gateway.call.Listing;
import quartier.gateway.call.Service;
import quartier.gateway.call.ServiceClient;
import quartier.gateway.call.ServiceClient.Request;

/** The guard rails of the catalog-service. */
@Component
public class Rails {

    private record Outcomes(List<RailOutcome> items) {}

    private final ServiceClient http;

    Rails(Function<Service, ServiceClient> clients) {
        this.http = clients.apply(Service.CATALOG);
    }

    public List<Guardrail> of(String territory) {
        Listing<Guardrail> all =
                http.list(Bearer.none(), Guardrail.class, Request.of("/v1/territories/{id}/guardrails", territory));
        return all.items();
    }

    public List<RailOutcome> ofProject(Bearer member, String id) {
        return http.list(member, RailOutcome.class, Request.of("/v1/projects/{id}/guardrails", id))
                .items();
    }

    /** Nothing where the form cannot be read at all. */
    public List<RailOutcome> ofForm(Bearer member, Object form) {
        return switch (http.send(
                HttpMethod.POST,
                member,
                Outcomes.class,
                Request.of("/v1/guardrails/check").body(form))) {
            case Answer.Done<Outcomes>(Outcomes outcomes) -> outcomes.items();
            case Answer.Refused<Outcomes> refused -> List.of();
        };
    }
}
