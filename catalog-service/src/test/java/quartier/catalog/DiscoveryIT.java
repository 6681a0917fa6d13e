package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.catalog.CatalogDriver.formWith;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import quartier.catalog.project.IndexProjects;
import quartier.testing.Answer;
import quartier.testing.QuartierIT;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;
import tools.jackson.databind.JsonNode;

/** The index behind the lists: on every replica the same, and the same again when it is made from nothing. */
@QuartierIT
class DiscoveryIT {

    private static final List<String> SHARED = List.of(
            "spring.mongodb.uri",
            "spring.kafka.bootstrap-servers",
            "spring.cloud.stream.kafka.binder.brokers",
            "spring.cloud.stream.default.group",
            "spring.security.oauth2.resourceserver.jwt.issuer-uri",
            "spring.security.oauth2.resourceserver.jwt.jwk-set-uri");

    private final TestHttp http;
    private final TestTokens tokens;
    private final TestEvents events;
    private final Environment environment;
    private final IndexProjects index;
    private final MongoDatabase database;
    private final CatalogDriver catalog;

    @Autowired
    DiscoveryIT(
            TestHttp http,
            TestTokens tokens,
            TestEvents events,
            Environment environment,
            IndexProjects index,
            MongoDatabase database) {
        this.http = http;
        this.tokens = tokens;
        this.events = events;
        this.environment = environment;
        this.index = index;
        this.database = database;
        this.catalog = new CatalogDriver(http, tokens);
    }

    @Test
    void everyReplicaHearsWhatAnotherOneWrote() {
        catalog.launched(formWith("title", "Avant la seconde réplique"));
        try (ConfigurableApplicationContext other = secondReplica()) {
            IndexProjects elsewhere = other.getBean(IndexProjects.class);
            assertThat(elsewhere.contents().digest()).isEqualTo(index.contents().digest());

            String id = catalog.launched(formWith("title", "Après la seconde réplique"));
            totals(id, 5, 30);
            totals(id, 5, 30);
            totals(id, 4, 10);

            await().untilAsserted(() -> {
                assertThat(http.get("/v1/projects/" + id).at("/totals/percent")).isEqualTo("30");
                assertThat(elsewhere.contents().digest())
                        .isEqualTo(index.contents().digest());
            });
        }
    }

    @Test
    void theOperatorHasItMadeAnewAndItIsTheSame() {
        catalog.launched(formWith("title", "Refait à neuf"));
        TestHttp operator = http.as(tokens.with("odile", "operator"));
        JsonNode live = operator.get("/v1/search-index").json();

        Answer made = operator.post("/v1/search-index/rebuild");

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.at("/digest")).isEqualTo(live.path("digest").asString());
        assertThat(made.at("/projects")).isEqualTo(live.path("projects").asString());
        assertThat(http.get("/v1/search-index").problem()).isEqualTo("unauthenticated");
        assertThat(catalog.moderator().post("/v1/search-index/rebuild").problem())
                .isEqualTo("forbidden");
    }

    @Test
    void countsMapsAndRelates() {
        Map<String, Object> form = formWith("theme", "emploi");
        form.put("title", "L’atelier des gestes");
        form.put("place", Map.of("label", "33 rue de la Thibaudière", "lat", 45.7553, "lon", 4.8427));
        String id = catalog.launched(form);
        String like = catalog.launched(formWith("theme", "emploi"));

        JsonNode list =
                http.get("/v1/projects?theme=emploi&facets=true&limit=1").json();
        assertThat(list.path("total").asInt()).isEqualTo(2);
        assertThat(list.at("/facets/theme").toString()).contains("emploi");
        assertThat(http.get("/v1/projects?theme=emploi").json().has("facets")).isFalse();

        JsonNode map = http.get("/v1/projects/map?theme=emploi&box=4.8,45.7,4.9,45.8&q=gestes")
                .json();
        assertThat(map.at("/items/0/project/id").asString()).isEqualTo(id);
        assertThat(http.get("/v1/projects?near=45.7553,4.8427&within=1&sort=nearest&theme=emploi")
                        .body())
                .contains(id);
        assertThat(http.get("/v1/projects?near=45.9,4.8427&within=1&theme=emploi")
                        .json()
                        .path("items"))
                .isEmpty();

        assertThat(http.get("/v1/projects/" + id + "/related").body()).contains(like);
        String draft = catalog.submitted(formWith("title", "Pas encore public"));
        assertThat(http.get("/v1/projects/" + draft + "/related").problem()).isEqualTo("not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "near=here",
                "near=91,4",
                "near=45,181",
                "near=45",
                "near=NaN,4",
                "near=45,4&within=0",
                "near=45,4&within=999",
                "within=far&near=45,4",
                "sort=nearest",
                "box=1,2,3",
                "box=5,45,4,46",
                "box=4,46,5,45",
                "box=1e3,1,2,3",
                "progress=soon",
                "cursor=AAAA"
            })
    void namesAPointABoxOrAStepThatItDoesNotKnow(String query) {
        Answer answer = http.get("/v1/projects?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("unknown-filter");
    }

    @Test
    void aMapWantsABox() {
        assertThat(http.get("/v1/projects/map").problem()).isEqualTo("unknown-filter");
        assertThat(http.get("/v1/projects/map?box=x").problem()).isEqualTo("unknown-filter");
    }

    @Test
    void anUnknownThemeOrTerritoryHasNoProjects() {
        assertThat(http.get("/v1/projects?theme=atlantis").json().path("items")).isEmpty();
        assertThat(http.get("/v1/projects?territory=atlantis&facets=true").at("/total"))
                .isEqualTo("0");
    }

    private void totals(String id, long sequence, int percent) {
        events.publish(
                "quartier.pledge.campaigns",
                "quartier.campaign.totals.v1",
                id,
                sequence,
                Map.of(
                        "campaign",
                        id,
                        "state",
                        "live",
                        "collected",
                        CatalogDriver.euros(1_800),
                        "backers",
                        percent,
                        "percent",
                        percent,
                        "tiers",
                        List.of()));
    }

    private ConfigurableApplicationContext secondReplica() {
        String[] arguments = Stream.concat(
                        SHARED.stream().map(name -> "--" + name + "=" + environment.getRequiredProperty(name)),
                        Stream.of(
                                "--quartier.service.database=" + database.getName(),
                                "--quartier.delivery.address-key=" + "0a".repeat(32),
                                "--server.port=0",
                                "--management.server.port=0",
                                "--logging.level.root=warn"))
                .toArray(String[]::new);
        return new SpringApplicationBuilder(CatalogServiceApplication.class).run(arguments);
    }
}
