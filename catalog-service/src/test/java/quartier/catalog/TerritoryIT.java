package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.testing.Answer;
import quartier.testing.EventContracts;
import quartier.testing.QuartierIT;
import quartier.testing.SeenEvent;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;
import tools.jackson.databind.JsonNode;

/** The tree of territories: from the configuration, and through the API. */
@QuartierIT
class TerritoryIT {

    private final TestHttp http;
    private final TestTokens tokens;
    private final TestEvents events;

    @Autowired
    TerritoryIT(TestHttp http, TestTokens tokens, TestEvents events) {
        this.http = http;
        this.tokens = tokens;
        this.events = events;
    }

    @Test
    void startsWithARegionAndThreeCities() {
        assertThat(http.get("/v1/territories").json().path("items"))
                .extracting(item -> item.path("id").asString())
                .contains("auvergne-rhone-alpes", "clermont-ferrand", "lyon", "saint-etienne");
    }

    @Test
    void showsACityWithThePolicyOfItsRegion() {
        JsonNode lyon = http.get("/v1/territories/lyon").json();

        assertThat(lyon.at("/path/0").asString()).isEqualTo("auvergne-rhone-alpes");
        assertThat(lyon.at("/policy/goalCap/amount").asLong()).isEqualTo(1_500_000);
        assertThat(lyon.at("/policy/overfundingCapPercent").asInt()).isEqualTo(150);
        assertThat(lyon.at("/policy/minimumDays").asInt()).isEqualTo(30);
        assertThat(lyon.at("/policy/maximumDays").asInt()).isEqualTo(60);
        assertThat(lyon.at("/policy/commissionBasisPoints").asInt()).isEqualTo(600);
        assertThat(lyon.at("/policy/vatBasisPoints").asInt()).isEqualTo(2000);
        assertThat(lyon.at("/policy/reviewCriteria/0/id").asString()).isEqualTo("local-interest");
        assertThat(lyon.at("/operatorName").asString()).isEqualTo("Coup de Pouce");
        assertThat(lyon.path("districts")).hasSize(11);
        assertThat(lyon.path("themes")).hasSize(19);
        assertThat(lyon.at("/inseeCode").asString()).isEqualTo("69123");
    }

    @Test
    void tellsOfEachTerritoryOnTheBus() {
        SeenEvent told = events.awaitOn("quartier.catalog.territories", "quartier.territory.changed.v1", "lyon");

        assertThat(EventContracts.own().faultsOf(told.type(), told.data())).isEmpty();
        assertThat(told.data().at("/path/1").asString()).isEqualTo("lyon");
    }

    @Test
    void isFoundedByTheOperatorAndChangedByItsOwnAdministrator() {
        String path = "/v1/territories/villeurbanne";
        assertThat(admin("villeurbanne").put(path, form("Villeurbanne")).problem())
                .isEqualTo("not-your-territory");

        Answer founded = operator().put(path, form("Villeurbanne"));
        assertThat(founded.status()).isEqualTo(201);
        assertThat(founded.at("/policy/goalCap/amount")).isEqualTo("1500000");

        assertThat(admin("villeurbanne").put(path, form("Villeurbanne !")).problem())
                .isEqualTo("precondition-required");
        Answer changed = admin("villeurbanne")
                .with("If-Match", String.valueOf(founded.header("ETag")))
                .put(path, form("Villeurbanne !"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.at("/name/fr")).isEqualTo("Villeurbanne !");
        assertThat(admin("villeurbanne")
                        .with("If-Match", String.valueOf(founded.header("ETag")))
                        .put(path, form("Perdu"))
                        .problem())
                .isEqualTo("precondition-failed");
        assertThat(admin("lyon")
                        .with("If-Match", "\"2\"")
                        .put(path, form("Annexée"))
                        .problem())
                .isEqualTo("not-your-territory");
        assertThat(http.as(tokens.member("remi")).put(path, form("À moi")).problem())
                .isEqualTo("forbidden");
    }

    @Test
    void namesWhatIsWrongOrMissing() {
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("currency", "EUR");
        Map<String, Object> form = form("Bron");
        form.put("policy", policy);
        assertThat(operator().put("/v1/territories/bron", form).at("/errors/0/field"))
                .isEqualTo("policy.goalCap");
        assertThat(operator().put("/v1/territories/projets", form("Projets")).at("/errors/0/code"))
                .isEqualTo("reserved-id");
        form.put("policy", Map.of());
        form.put("themes", List.of(Map.of("id", "x")));
        assertThat(operator().put("/v1/territories/bron", form).status()).isEqualTo(422);
        assertThat(http.get("/v1/territories/bron").problem()).isEqualTo("not-found");
    }

    private TestHttp operator() {
        return http.as(tokens.with("odile", "operator"));
    }

    private TestHttp admin(String territory) {
        return http.as(tokens.with("admin", "territory-admin:" + territory));
    }

    private static Map<String, Object> form(String name) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("name", Map.of("fr", name, "en", name));
        form.put("kind", "city");
        form.put("parent", "auvergne-rhone-alpes");
        return form;
    }
}
