package quartier.gateway.support;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import quartier.gateway.call.Answer;
import quartier.gateway.call.Bearer;
import quartier.gateway.call.Money;
import quartier.gateway.call.Service;
import quartier.gateway.call.ServiceClient;
import quartier.gateway.call.ServiceClient.Request;

/** The match funds of the support-service, as far as pages need them. */
@Component
public class MatchFunds {

    private final ServiceClient http;

    MatchFunds(Function<Service, ServiceClient> clients) {
        this.http = clients.apply(Service.SUPPORT);
    }

    public MatchFund fund(Bearer bearer, String id) {
        return http.get(bearer, MatchFund.class, Request.of("/v1/funds/{id}", id));
    }

    public List<MatchFund> of(Bearer agent, String supporter) {
        return http.list(
                        agent,
                        MatchFund.class,
                        Request.of("/v1/supporters/{id}/funds", supporter).with("limit", 100))
                .items();
    }

    /** Those whose money the operator waits for. */
    public List<MatchFund> drafts(Bearer operator) {
        return http.list(
                        operator,
                        MatchFund.class,
                        Request.of("/v1/funds").with("state", "draft").with("limit", 100))
                .items();
    }

    public Answer<MatchFund> setUp(Bearer agent, String idempotencyKey, Object form) {
        return http.send(
                HttpMethod.POST,
                agent,
                MatchFund.class,
                Request.of("/v1/funds")
                        .header("Idempotency-Key", idempotencyKey)
                        .body(form));
    }

    public Answer<MatchFund> confirmMoney(Bearer operator, String fund, String reference, Money amount) {
        return http.send(
                HttpMethod.POST,
                operator,
                MatchFund.class,
                Request.of("/v1/funds/{id}/confirm-money", fund)
                        .body(Map.of("reference", reference, "amount", amount)));
    }

    /** open or close. */
    public Answer<MatchFund> step(Bearer agent, String fund, String step) {
        return http.send(
                HttpMethod.POST,
                agent,
                MatchFund.class,
                Request.of("/v1/funds/{id}/{step}", fund, step).body(Map.of()));
    }

    /** @param amount what the campaign is to have in all; null for a lump sum */
    public Answer<MatchFund> reserve(Bearer agent, String fund, String campaign, @Nullable Money amount) {
        return http.send(
                HttpMethod.PUT,
                agent,
                MatchFund.class,
                Request.of("/v1/funds/{id}/allowances/{campaign}", fund, campaign)
                        .body(amount == null ? Map.of() : Map.of("amount", amount)));
    }

    public Answer<MatchFund> closeAllowance(Bearer agent, String fund, String campaign) {
        return http.send(
                HttpMethod.POST,
                agent,
                MatchFund.class,
                Request.of("/v1/funds/{id}/allowances/{campaign}/close", fund, campaign)
                        .body(Map.of()));
    }
}
