package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.testing.QuartierIT;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;
import tools.jackson.databind.JsonNode;

/** Review in a city: the queue, appeals, how a form stands, the words that are used again, and reports. */
@QuartierIT
class CityReviewIT {

    private final TestHttp http;
    private final TestTokens tokens;
    private final CatalogDriver catalog;
    private final CityDriver city;

    @Autowired
    CityReviewIT(TestHttp http, TestTokens tokens) {
        this.http = http;
        this.tokens = tokens;
        this.catalog = new CatalogDriver(http, tokens);
        this.city = new CityDriver(http, tokens);
    }

    @Test
    void theQueueTellsTheAgeAndWhoHasAProjectInHand() {
        city.found("chassieu", Map.of());
        String id = catalog.submitted(CityDriver.formIn("chassieu"));
        TestHttp nora = http.as(tokens.with("nora", "moderator:chassieu"));

        assertThat(nora.put("/v1/projects/" + id + "/claim", Map.of()).at("/review/claim/by"))
                .isEqualTo("m-nora");
        assertThat(catalog.read(id).status()).isEqualTo(404);
        JsonNode waiting = nora.get("/v1/review?standing=mine").json().at("/items/0");
        assertThat(waiting.path("id").asString()).isEqualTo(id);
        assertThat(waiting.path("dueAt").asString()).isNotBlank();
        assertThat(waiting.path("late").asBoolean()).isFalse();
        assertThat(nora.get("/v1/review?standing=free&territory=chassieu")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(nora.get("/v1/review?standing=late").json().path("items")).isEmpty();
        assertThat(nora.get("/v1/review?standing=later").problem()).isEqualTo("unknown-filter");
        assertThat(http.as(tokens.with("paul", "moderator:chassieu"))
                        .post("/v1/projects/" + id + "/review", CatalogDriver.approval())
                        .problem())
                .isEqualTo("claimed-by-another");
        nora.post("/v1/projects/" + id + "/private-notes", Map.of("text", "Vérifier le bail"));
        assertThat(catalog.owner().get("/v1/projects/" + id).json().has("review"))
                .isFalse();
        assertThat(nora.with("If-Match", "\"1\"")
                        .post("/v1/projects/" + id + "/review", CatalogDriver.approval())
                        .problem())
                .isEqualTo("precondition-failed");
    }

    @Test
    void anAppealIsMadeOnceAndDecidedBySomebodyElse() {
        city.found("mions", Map.of());
        String id = catalog.submitted(CityDriver.formIn("mions"));
        TestHttp nora = http.as(tokens.with("nora", "moderator:mions"));
        Map<String, Object> refusal = Map.of("decision", "refuse", "reasons", List.of("Trop loin"));
        nora.post("/v1/projects/" + id + "/review", refusal);

        assertThat(catalog.owner()
                        .post("/v1/projects/" + id + "/appeal", Map.of("reason", "C’est tout près"))
                        .at("/state"))
                .isEqualTo("submitted");
        assertThat(nora.post("/v1/projects/" + id + "/review", refusal).problem())
                .isEqualTo("appeal-against-you");
        http.as(tokens.with("paul", "moderator:mions")).post("/v1/projects/" + id + "/review", refusal);
        assertThat(catalog.owner()
                        .post("/v1/projects/" + id + "/appeal", Map.of("reason", "Encore"))
                        .problem())
                .isEqualTo("appeal-used");
    }

    @Test
    void tellsHowAFormStandsBeforeItIsSaved() {
        Map<String, Object> form = CatalogDriver.formWith("goal", CatalogDriver.euros(20_000));

        JsonNode outcomes = catalog.owner()
                .with("Accept-Language", "en")
                .post("/v1/guardrails/check", form)
                .json()
                .path("items");

        assertThat(outcomes)
                .filteredOn(outcome -> outcome.path("outcome").asString().equals("broken"))
                .extracting(outcome -> outcome.at("/rail/id").asString())
                .containsExactly("goal-cap");
        assertThat(http.with("Accept-Language", "en")
                        .get("/v1/territories/lyon/guardrails")
                        .at("/items/0/text"))
                .contains("15,000");
    }

    @Test
    void takesReportsFromAnybodyButNoFlood() {
        city.found("feyzin", Map.of());
        String live = city.liveIn("feyzin");
        TestHttp neighbour = http.with("Quartier-Client-Address", "203.0.113.9");
        Map<String, String> report = Map.of("reason", "fraud", "text", "L’adresse n’existe pas.");

        assertThat(neighbour.post("/v1/projects/" + live + "/reports", report).status())
                .isEqualTo(201);
        assertThat(neighbour.post("/v1/projects/" + live + "/reports", report).status())
                .as("the same one again")
                .isEqualTo(201);
        TestHttp nora = http.as(tokens.with("nora", "moderator:feyzin"));
        JsonNode open = nora.get("/v1/reports?territory=feyzin").json().path("items");
        assertThat(open).hasSize(1);
        String id = open.at("/0/id").asString();
        assertThat(http.as(tokens.with("said", "moderator:saint-etienne"))
                        .post("/v1/reports/" + id + "/close", Map.of("outcome", "dismissed"))
                        .problem())
                .isEqualTo("not-your-territory");
        assertThat(nora.post("/v1/reports/" + id + "/close", Map.of("outcome", "upheld"))
                        .at("/outcome"))
                .isEqualTo("upheld");
        assertThat(nora.post("/v1/reports/" + id + "/close", Map.of("outcome", "upheld"))
                        .problem())
                .isEqualTo("report-closed");
        assertThat(neighbour
                        .post("/v1/projects/" + live + "/reports", Map.of("reason", "rude", "text", "x"))
                        .at("/errors/0/code"))
                .isEqualTo("unknown-report-reason");
    }

    @Test
    void keepsTheWordsThatReviewersUseAgain() {
        city.found("corbas", Map.of());
        Map<String, Object> template =
                Map.of("id", "budget", "decision", "return", "title", "Budget", "fr", "Précisez le budget.");

        city.admin("corbas")
                .with("If-Match", "\"1\"")
                .put("/v1/territories/corbas/answer-templates", Map.of("items", List.of(template)));

        assertThat(http.as(tokens.with("nora", "moderator:corbas"))
                        .get("/v1/territories/corbas/answer-templates")
                        .at("/items/0/en"))
                .isEqualTo("Précisez le budget.");
        assertThat(http.as(tokens.with("said", "moderator:saint-etienne"))
                        .get("/v1/territories/corbas/answer-templates")
                        .problem())
                .isEqualTo("not-your-territory");
    }
}
