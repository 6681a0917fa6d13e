package quartier.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.testing.QuartierIT;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;
import tools.jackson.databind.JsonNode;

/** What agents see emerge, from the events of three services in any order. */
@QuartierIT
class RadarIT {

    @Autowired
    TestHttp http;

    @Autowired
    TestTokens tokens;

    @Autowired
    TestEvents events;

    Bus bus;
    String city;
    TestHttp ines;

    @BeforeEach
    void signIn() {
        bus = new Bus(events);
        city = new Organisations(http, tokens).approved("ines", "public");
        ines = http.as(tokens.member("ines"));
    }

    @Test
    void showsAProjectOnceResidentsHaveShownEnoughSupport() {
        String project = Bus.newProject();
        bus.launch(project, "m-alexis", 7);
        bus.totals(project, 1, "live", 10, 3);
        await().until(() -> sees(project, "&minimumPercent=10&minimumBackers=3"));
        assertThat(sees(project, "")).isFalse();

        bus.totals(project, 2, "live", 35, 12);
        bus.need(project, 1, 4, 1);

        await().until(() -> sees(project, ""));
        await().until(() -> !sighting(project, "").get("openNeeds").isEmpty());
        JsonNode seen = sighting(project, "&territory=auvergne-rhone-alpes&theme=lien-social");
        assertThat(seen.get("percent").asInt()).isEqualTo(35);
        assertThat(seen.get("openToSupport").asBoolean()).isTrue();
        assertThat(seen.at("/openNeeds/0/left").asInt()).isEqualTo(3);
        assertThat(sees(project, "&territory=saint-etienne")).isFalse();
        assertThat(sees(project, "&theme=velo")).isFalse();
        assertThat(sees(project, "&minimumPercent=36")).isFalse();
        assertThat(sees(project, "&minimumBackers=13")).isFalse();
    }

    @Test
    void convergesWhenEventsComeTwiceAndOutOfOrder() {
        String project = Bus.newProject();
        bus.need(project, 2, 4, 4);
        bus.need(project, 1, 4, 0);
        bus.totals(project, 9, "live", 50, 20);
        bus.totals(project, 9, "live", 50, 20);
        bus.totals(project, 8, "live", 40, 15);
        bus.say("resumed", project, 9);
        bus.say("suspended", project, 8);
        bus.launch(project, "m-alexis", 7);

        await().until(() -> sees(project, ""));
        await().untilAsserted(() -> {
            assertThat(sighting(project, "").get("percent").asInt()).isEqualTo(50);
            assertThat(sighting(project, "").get("openNeeds")).isEmpty();
        });
    }

    @Test
    void followsTheCampaignsEndAndTheProjectsSuspension() {
        String suspended = emerging();
        String failed = emerging();
        String funded = emerging();
        bus.say("suspended", suspended, 8);
        events.publish(
                "quartier.pledge.campaigns", "quartier.campaign.not-funded.v1", failed, 3, Map.of("campaign", failed));
        events.publish(
                "quartier.pledge.campaigns", "quartier.campaign.funded.v1", funded, 3, Map.of("campaign", funded));

        await().until(() -> !sees(suspended, "") && !sees(failed, ""));
        await().until(() -> sighting(funded, "").get("state").asString().equals("funded"));
        bus.say("resumed", suspended, 9);
        await().until(() -> sees(suspended, ""));
    }

    @Test
    void putsAnUnreadableEventAsideAndGoesOn() {
        String project = Bus.newProject();
        events.publish("quartier.catalog.projects", "quartier.project.launched.v1", project, 3, "{\"terms\": ");
        events.publish("quartier.pledge.campaigns", "quartier.campaign.totals.v1", project, 1, "{}");
        events.publish("quartier.pledge.campaigns", "quartier.campaign.invented.v1", project, 1, "{}");
        bus.launch(project, "m-alexis", 7);
        bus.totals(project, 2, "live", 35, 12);

        await().until(() -> sees(project, ""));
    }

    @Test
    void isForAgentsOfApprovedOrganisations() {
        String role = new Organisations(http, tokens).approved("ines", "public");

        assertThat(http.get("/v1/radar").status()).isEqualTo(401);
        assertThat(http.as(tokens.member("remi")).get("/v1/radar").problem()).isEqualTo("forbidden");
        assertThat(http.as(tokens.member("remi"))
                        .get("/v1/radar?supporter=" + city)
                        .problem())
                .isEqualTo("forbidden");
        assertThat(http.as(tokens.with("paul", "supporter-agent:" + role))
                        .get("/v1/radar?supporter=" + role)
                        .status())
                .isEqualTo(200);
        assertThat(http.as(tokens.with("paul", "supporter-agent:" + role))
                        .get("/v1/radar?supporter=" + city)
                        .status())
                .isEqualTo(403);
        assertThat(ines.get("/v1/radar").status()).isEqualTo(200);
        assertThat(ines.get("/v1/radar?minimumPercent=abc").problem()).isEqualTo("malformed-request");
        assertThat(ines.get("/v1/radar?limit=0").problem()).isEqualTo("invalid-fields");
    }

    @Test
    void keepsAWatchListWithNotesForTheSupportersAgentsOnly() {
        String project = emerging();
        String path = "/v1/supporters/" + city + "/watches";

        assertThat(ines.put(path + "/" + project, Map.of("note", "Voir le bail"))
                        .status())
                .isEqualTo(204);
        assertThat(ines.put(path + "/" + project, Map.of("note", "Bail vu")).status())
                .isEqualTo(204);

        JsonNode items = ines.get(path).json().get("items");
        assertThat(items).hasSize(1);
        assertThat(items.at("/0/note").asString()).isEqualTo("Bail vu");
        assertThat(items.at("/0/project/title").asString()).isEqualTo("Le Kfé du 33");
        assertThat(sighting(project, "").get("watched").asBoolean()).isTrue();
        assertThat(http.as(tokens.member("marc")).get(path).problem()).isEqualTo("forbidden");
        assertThat(http.as(tokens.member("marc"))
                        .put(path + "/" + project, Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(ines.put(path + "/nowhere", Map.of()).status()).isEqualTo(404);
        assertThat(ines.put(path + "/" + project, Map.of("note", "x".repeat(2_001)))
                        .problem())
                .isEqualTo("invalid-fields");

        assertThat(ines.delete(path + "/" + project).status()).isEqualTo(204);
        assertThat(ines.delete(path + "/" + project).status()).isEqualTo(204);
        assertThat(ines.get(path).json().get("items")).isEmpty();
    }

    private String emerging() {
        String project = Bus.newProject();
        bus.launch(project, "m-alexis", 7);
        bus.totals(project, 2, "live", 35, 12);
        await().until(() -> sees(project, ""));
        return project;
    }

    private boolean sees(String project, String filters) {
        return !sighting(project, filters).isMissingNode();
    }

    private JsonNode sighting(String project, String filters) {
        for (JsonNode item : ines.get("/v1/radar?supporter=" + city + "&limit=100" + filters)
                .json()
                .get("items")) {
            if (item.get("project").asString().equals(project)) {
                return item;
            }
        }
        return tools.jackson.databind.node.MissingNode.getInstance();
    }
}
