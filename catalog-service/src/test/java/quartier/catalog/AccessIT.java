package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.catalog.CatalogDriver.approval;
import static quartier.catalog.CatalogDriver.form;
import static quartier.catalog.CatalogDriver.formWith;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import quartier.testing.Answer;
import quartier.testing.Endpoints;
import quartier.testing.QuartierIT;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** Who may see and do what, territory by territory. */
@QuartierIT
class AccessIT {

    private final TestHttp http;
    private final TestTokens tokens;
    private final ApplicationContext context;
    private final CatalogDriver catalog;

    @Autowired
    AccessIT(TestHttp http, TestTokens tokens, ApplicationContext context) {
        this.http = http;
        this.tokens = tokens;
        this.context = context;
        this.catalog = new CatalogDriver(http, tokens);
    }

    @Test
    void everyEndpointDeclaresItsRoles() {
        assertThat(Endpoints.withoutRoles(context)).isEmpty();
    }

    @Test
    void theContractDescribesEveryEndpointAndNoOther() {
        assertThat(Endpoints.differencesFromContract(context)).isEmpty();
    }

    @Test
    void aDraftIsSeenOnlyByItsOwnerAndTheStaffOfItsTerritory() {
        String path = "/v1/projects/" + catalog.draft(form());

        assertThat(catalog.owner().get(path).status()).isEqualTo(200);
        assertThat(catalog.moderator().get(path).status()).isEqualTo(200);
        assertThat(as("odile", "operator").get(path).status()).isEqualTo(200);
        assertThat(as("zone", "moderator:auvergne-rhone-alpes").get(path).status())
                .isEqualTo(200);
        assertThat(as("remi").get(path).status()).isEqualTo(404);
        assertThat(as("said", "moderator:saint-etienne").get(path).status()).isEqualTo(404);
        assertThat(http.get(path).status()).isEqualTo(404);
        assertThat(http.get(path + "/updates").status()).isEqualTo(404);
        assertThat(as("remi").get(path + "/history").status()).isEqualTo(404);
        assertThat(as("remi").post(path + "/submit").status()).isEqualTo(404);
        assertThat(as("remi").with("If-Match", "\"1\"").put(path, form()).status())
                .isEqualTo(404);
    }

    @Test
    void aDraftIsInNoPublicList() {
        String id = catalog.draft(form());

        assertThat(http.get("/v1/projects?limit=100").body()).doesNotContain(id);
        assertThat(http.get("/v1/projects?state=draft").body()).doesNotContain(id);
        assertThat(catalog.owner().get("/v1/me/projects").body()).contains(id);
        assertThat(as("remi").get("/v1/me/projects").body()).doesNotContain(id);
    }

    @Test
    void anotherCitysModeratorReviewsNothingHere() {
        String id = catalog.submitted(form());

        Answer answer = as("said", "moderator:saint-etienne").post("/v1/projects/" + id + "/review", approval());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("not-your-territory");
        assertThat(catalog.owner().get("/v1/projects/" + id).at("/state")).isEqualTo("submitted");
        assertThat(as("said", "moderator:saint-etienne").get("/v1/review").body())
                .doesNotContain(id);
        assertThat(as("said", "moderator:saint-etienne")
                        .get("/v1/review?territory=lyon")
                        .problem())
                .isEqualTo("not-your-territory");
    }

    @Test
    void anOwnerApprovesNothingOfTheirOwn() {
        String id = catalog.submitted(form());

        Answer answer = as("alexis", "moderator:lyon").post("/v1/projects/" + id + "/review", approval());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("own-project");
        assertThat(catalog.owner().get("/v1/projects/" + id).at("/state")).isEqualTo("submitted");
        assertThat(catalog.owner().get("/v1/projects/" + id + "/history").at("/items/0/refusal"))
                .isEqualTo("own-project");
    }

    @Test
    void theQueueIsTheModeratorsAndTheirSuperiors() {
        String id = catalog.submitted(form());

        assertThat(catalog.moderator().get("/v1/review").body()).contains(id);
        assertThat(catalog.moderator().get("/v1/review?territory=lyon").body()).contains(id);
        assertThat(as("odile", "operator").get("/v1/review").body()).contains(id);
        assertThat(as("zone", "moderator:auvergne-rhone-alpes")
                        .get("/v1/review?territory=lyon")
                        .body())
                .contains(id);
        assertThat(as("remi").get("/v1/review").problem()).isEqualTo("forbidden");
        assertThat(http.get("/v1/review").problem()).isEqualTo("unauthenticated");
        assertThat(catalog.moderator().get("/v1/review?territory=atlantis").problem())
                .isEqualTo("unknown-filter");
    }

    @Test
    void onlyTheOwnerLaunchesCancelsAndPosts() {
        String id = catalog.launched();
        String path = "/v1/projects/" + id;

        for (TestHttp other : List.of(as("remi"), catalog.moderator())) {
            assertThat(other.post(path + "/launch").problem()).isEqualTo("not-the-owner");
            assertThat(other.post(path + "/realise").problem()).isEqualTo("not-the-owner");
            assertThat(other.post(path + "/cancel", Map.of("reason", "?")).problem())
                    .isEqualTo("not-the-owner");
            assertThat(other.withKey()
                            .post(path + "/updates", Map.of("title", "T", "body", "B"))
                            .problem())
                    .isEqualTo("not-the-owner");
            assertThat(other.with("If-Match", "\"4\"").put(path, form()).problem())
                    .isEqualTo("not-the-owner");
        }
        assertThat(catalog.owner()
                        .post(path + "/suspend", Map.of("reason", "?"))
                        .problem())
                .isEqualTo("forbidden");
        assertThat(as("said", "moderator:saint-etienne")
                        .post(path + "/suspend", Map.of("reason", "?"))
                        .problem())
                .isEqualTo("not-your-territory");
    }

    @Test
    void nothingOfAReviewIsPublic() {
        String id = catalog.launched();

        assertThat(http.get("/v1/projects/" + id).json().has("review")).isFalse();
        assertThat(as("remi").get("/v1/projects/" + id).json().has("completeness"))
                .isFalse();
        assertThat(as("remi").get("/v1/projects/" + id + "/history").status()).isEqualTo(404);
        assertThat(catalog.owner().get("/v1/projects/" + id).json().has("review"))
                .isTrue();
        assertThat(catalog.moderator()
                        .get("/v1/projects/" + id + "/history")
                        .json()
                        .path("items"))
                .hasSize(3);
    }

    @Test
    void refusesTokensThatAreNotOursOrNoLongerValid() {
        for (String token : List.of(
                tokens.expired("alexis"),
                tokens.forged("alexis"),
                tokens.forged("nadia", "moderator:lyon"),
                tokens.forAnotherAudience("alexis"),
                "rubbish")) {
            Answer answer = http.as(token).withKey().post("/v1/projects", form());
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.problem()).isEqualTo("unauthenticated");
        }
        assertThat(http.withKey().post("/v1/projects", form()).status()).isEqualTo(401);
    }

    @Test
    void aProjectFollowsItsTerritorysModerators() {
        String id = catalog.submitted(formWithDistrict());

        assertThat(catalog.moderator()
                        .post("/v1/projects/" + id + "/review", approval())
                        .problem())
                .isEqualTo("not-your-territory");
        assertThat(as("said", "moderator:saint-etienne")
                        .post("/v1/projects/" + id + "/review", approval())
                        .status())
                .isEqualTo(200);
    }

    private static Map<String, Object> formWithDistrict() {
        Map<String, Object> form = formWith("territory", "saint-etienne");
        form.put("district", "Carnot");
        return form;
    }

    private TestHttp as(String name, String... roles) {
        return http.as(tokens.with(name, roles));
    }
}
