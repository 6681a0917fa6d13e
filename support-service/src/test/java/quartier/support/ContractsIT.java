package quartier.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import quartier.testing.Endpoints;
import quartier.testing.QuartierIT;
import quartier.testing.TestHttp;

@QuartierIT
class ContractsIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    TestHttp http;

    @Test
    void everyEndpointDeclaresItsRoles() {
        assertThat(Endpoints.withoutRoles(context)).isEmpty();
    }

    @Test
    void openapiDescribesEveryEndpointAndNoOther() {
        assertThat(Endpoints.differencesFromContract(context)).isEmpty();
    }

    @Test
    void servesItsContract() {
        assertThat(http.get("/v1/openapi.yaml").body()).startsWith("openapi: 3.1");
    }
}
