package quartier.pledge.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import quartier.testing.Endpoints;
import quartier.testing.TestHttp;

@PledgeIT
class ContractIT {

    private final ApplicationContext context;
    private final TestHttp http;

    ContractIT(ApplicationContext context, TestHttp http) {
        this.context = context;
        this.http = http;
    }

    @Test
    void declaresTheRolesOfEveryEndpoint() {
        assertThat(Endpoints.withoutRoles(context)).isEmpty();
    }

    @Test
    void describesEveryEndpointAndNoOther() {
        assertThat(Endpoints.differencesFromContract(context)).isEmpty();
    }

    @Test
    void servesItsOwnContract() {
        assertThat(http.get("/v1/openapi.yaml").body()).startsWith("openapi: 3.1");
    }
}
