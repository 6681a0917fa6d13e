package quartier.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quartier.gateway.call.Service;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiPagesIT extends GatewayIT {

    @BeforeEach
    void supportIsDescribedAndTheOthersAreNot() throws IOException {
        String contract = Files.readString(Path.of("..", "support-service", "contracts", "openapi.yaml"));
        SERVICES.of(Service.SUPPORT).on("GET /v1/openapi.yaml", new Reply(200, "application/yaml", contract, Map.of()));
    }

    @Test
    void anybodyReadsOneDocumentOfAllServicesThatAnswer() {
        var answer = browser().get("/api/openapi.json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        JsonNode document = JsonMapper.shared().readTree(answer.body());
        assertThat(document.path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(document.path("paths").has("/api/support/v1/offers")).isTrue();
        assertThat(document.path(MergedContract.MISSING).toString())
                .contains("catalog")
                .doesNotContain("support");
    }

    @Test
    void aPageShowsWhatIsAskedAndAnsweredAndWhichContractIsMissing() {
        var page = browser().get("/api");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("L’API de Quartier", "/api/support/v1/offers", "Idempotency-Key", "forme-support-OfferForm")
                .contains("Le contrat de catalog : momentanément indisponible")
                .doesNotContain("??");
        assertThat(browser().preferring("en").get("/api").body())
                .contains("The API of Quartier", "Request body")
                .doesNotContain("??");
    }
}
