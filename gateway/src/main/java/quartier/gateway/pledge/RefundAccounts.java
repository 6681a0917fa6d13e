package quartier.gateway.pledge;

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

/** The account that a backer names for a refund that failed. */
@Component
public class RefundAccounts {

    private static final String PATH = "/v1/me/pledges/{id}/refund-account";

    /** @param ibanEnding of the account that was given before */
    public record Given(Money owed, @Nullable String ibanEnding) {}

    private final ServiceClient http;

    RefundAccounts(Function<Service, ServiceClient> clients) {
        this.http = clients.apply(Service.PLEDGE);
    }

    public Given of(Bearer member, String pledge) {
        return http.get(member, Given.class, Request.of(PATH, pledge));
    }

    public Answer<Nothing> give(Bearer member, String pledge, String holder, String iban) {
        return http.send(
                HttpMethod.PUT,
                member,
                Nothing.class,
                Request.of(PATH, pledge).body(Map.of("holder", holder, "iban", iban)));
    }
}
