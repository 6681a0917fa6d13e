package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.testing.Answer;
import quartier.testing.QuartierIT;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;
import tools.jackson.databind.JsonNode;

/** A city as its staff run it: policy, standing, the projects that it supports, and people. */
@QuartierIT
class CityIT {

    private final TestHttp http;
    private final TestTokens tokens;
    private final CatalogDriver catalog;
    private final CityDriver city;

    @Autowired
    CityIT(TestHttp http, TestTokens tokens) {
        this.http = http;
        this.tokens = tokens;
        this.catalog = new CatalogDriver(http, tokens);
        this.city = new CityDriver(http, tokens);
    }

    @Test
    void aLaterPolicyNeverTouchesALiveCampaign() {
        city.found("meyzieu", Map.of());
        String live = city.liveIn("meyzieu");
        Map<String, Object> policy = policyOf("meyzieu");
        policy.put("commissionBasisPoints", 800);

        Answer enacted = city.admin("meyzieu")
                .with("If-Match", "\"1\"")
                .post("/v1/territories/meyzieu/policies", Map.of("policy", policy, "note", "Ajustement"));

        assertThat(enacted.at("/policy/commissionBasisPoints")).isEqualTo("800");
        assertThat(catalog.read(live).at("/terms/commissionBasisPoints")).isEqualTo("600");
        JsonNode edition = http.get("/v1/territories/meyzieu/policies").json().at("/items/0");
        assertThat(edition.path("holds").asBoolean()).isTrue();
        assertThat(edition.path("note").asString()).isEqualTo("Ajustement");
        assertThat(city.admin("meyzieu")
                        .with("If-Match", "\"1\"")
                        .post("/v1/territories/meyzieu/policies", Map.of("policy", policy))
                        .problem())
                .isEqualTo("precondition-failed");
        policy.put("minimumDays", 90);
        assertThat(city.admin("meyzieu")
                        .with("If-Match", "\"2\"")
                        .post("/v1/territories/meyzieu/policies", Map.of("policy", policy))
                        .at("/errors/0/code"))
                .isEqualTo("days-crossed");
        assertThat(city.admin("lyon")
                        .with("If-Match", "\"2\"")
                        .post("/v1/territories/meyzieu/policies", Map.of("policy", policyOf("meyzieu")))
                        .problem())
                .isEqualTo("not-your-territory");
    }

    @Test
    void aSuspendedTerritoryTakesNothingNewAndLosesNothing() {
        city.found("oullins", Map.of());
        String live = city.liveIn("oullins");
        String draft = catalog.draft(CityDriver.formIn("oullins"));

        city.admin("oullins")
                .with("If-Match", "\"1\"")
                .put("/v1/territories/oullins/standing", Map.of("standing", "suspended"));

        assertThat(catalog.owner()
                        .withKey()
                        .post("/v1/projects", CityDriver.formIn("oullins"))
                        .problem())
                .isEqualTo("territory-closed");
        assertThat(catalog.owner().post("/v1/projects/" + draft + "/submit").problem())
                .isEqualTo("territory-closed");
        assertThat(catalog.read(live).at("/state")).isEqualTo("live");
        assertThat(http.get("/v1/projects?territory=oullins").json().path("items"))
                .hasSize(1);
    }

    @Test
    void aProjectStandsInTheWindowThatSupportsItAndOnceInTheirCommonRegion() {
        city.found("irigny", Map.of());
        String live = city.liveIn("irigny");
        assertThat(http.as(tokens.with("jules", "animator:clermont-ferrand"))
                        .put("/v1/projects/" + live + "/co-supports/clermont-ferrand", Map.of())
                        .status())
                .isEqualTo(200);

        assertThat(ids("/v1/projects?territory=clermont-ferrand")).contains(live);
        assertThat(ids("/v1/projects?territory=auvergne-rhone-alpes&limit=100")).containsOnlyOnce(live);
        assertThat(http.as(tokens.with("jules", "animator:clermont-ferrand"))
                        .put("/v1/projects/" + live + "/co-supports/irigny", Map.of())
                        .problem())
                .isEqualTo("not-your-territory");
    }

    @Test
    void anAdministratorSeesWhoCameWithWhichRole() {
        city.found("genas", Map.of());
        http.as(tokens.with("nora", "moderator:genas", "moderator:saint-etienne"))
                .get("/v1/review");

        JsonNode nora =
                city.admin("genas").get("/v1/territories/genas/staff").json().path("items");

        assertThat(nora)
                .filteredOn(person -> person.path("id").asString().equals("m-nora"))
                .singleElement()
                .satisfies(person -> assertThat(person.path("roles"))
                        .singleElement()
                        .satisfies(role ->
                                assertThat(role.path("territory").asString()).isEqualTo("genas")));
        assertThat(city.admin("lyon").get("/v1/territories/genas/staff").problem())
                .isEqualTo("not-your-territory");
    }

    private List<String> ids(String path) {
        List<String> ids = new ArrayList<>();
        http.get(path)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    private Map<String, Object> policyOf(String territory) {
        JsonNode policy = http.get("/v1/territories/" + territory).json().path("policy");
        Map<String, Object> copy = new LinkedHashMap<>();
        policy.propertyNames().forEach(name -> copy.put(name, policy.get(name)));
        return copy;
    }
}
