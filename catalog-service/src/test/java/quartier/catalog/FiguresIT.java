package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.catalog.CatalogDriver.euros;
import static quartier.catalog.CatalogDriver.formWith;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.testing.QuartierIT;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;
import tools.jackson.databind.JsonNode;

/** The figures of a window hold for all of its projects, not only for those that a list shows. */
@QuartierIT
class FiguresIT {

    /** A list has a hundred at most. */
    private static final int MORE_THAN_A_LIST_HAS = 104;

    private final TestHttp http;
    private final TestTokens tokens;
    private final TestEvents events;
    private final CatalogDriver catalog;

    @Autowired
    FiguresIT(TestHttp http, TestTokens tokens, TestEvents events) {
        this.http = http;
        this.tokens = tokens;
        this.events = events;
        this.catalog = new CatalogDriver(http, tokens, "marie");
    }

    @Test
    void countsMoreThanAListHolds() {
        JsonNode before = in("saint-etienne");
        JsonNode beside = in("clermont-ferrand");
        List<String> ids = new ArrayList<>();
        for (int n = 0; n < MORE_THAN_A_LIST_HAS; n++) {
            Map<String, Object> form = formWith("territory", "saint-etienne");
            form.put("title", "Un parmi beaucoup " + n);
            form.put("district", "Jacquard");
            ids.add(catalog.launchedIn("saint-etienne", form));
        }
        for (String id : ids) {
            totals(id, 2, 10, 1);
            totals(id, 3, 25, 2);
            totals(id, 3, 25, 2);
            totals(id, 2, 10, 1);
        }
        supported(ids.getFirst());

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode now = in("saint-etienne");
            assertThat(grown(before, now, "/projects")).isEqualTo(MORE_THAN_A_LIST_HAS);
            assertThat(grown(before, now, "/live")).isEqualTo(MORE_THAN_A_LIST_HAS);
            assertThat(grown(before, now, "/collected/amount")).isEqualTo(MORE_THAN_A_LIST_HAS * 2_500L);
            assertThat(grown(before, now, "/backers")).isEqualTo(MORE_THAN_A_LIST_HAS * 2L);
            JsonNode supporting = in("clermont-ferrand");
            assertThat(grown(beside, supporting, "/coSupported")).isEqualTo(1);
            assertThat(grown(beside, supporting, "/collected/amount")).isZero();
        });
        JsonNode region = in("auvergne-rhone-alpes");
        assertThat(region.path("projects").asLong()).isGreaterThanOrEqualTo(MORE_THAN_A_LIST_HAS);
        assertThat(region.path("coSupported").asLong()).isZero();
        JsonNode everything = http.get("/v1/projects/figures").json();
        assertThat(everything.at("/everywhere/projects").asLong())
                .isGreaterThanOrEqualTo(region.path("projects").asLong());
        assertThat(everything.path("territories").toString()).contains("saint-etienne");
    }

    @Test
    void anUnknownTerritoryHasNoProjects() {
        assertThat(in("atlantis").path("projects").asLong()).isZero();
    }

    private void supported(String id) {
        assertThat(http.as(tokens.with("jules", "animator:clermont-ferrand"))
                        .put("/v1/projects/" + id + "/co-supports/clermont-ferrand", Map.of())
                        .status())
                .isEqualTo(200);
    }

    private JsonNode in(String territory) {
        return http.get("/v1/projects/figures?territory=" + territory).json().at("/territories/0");
    }

    private static long grown(JsonNode before, JsonNode now, String field) {
        return now.at(field).asLong() - before.at(field).asLong();
    }

    private void totals(String id, long sequence, long euros, int backers) {
        Map<String, Object> totals = Map.of(
                "campaign",
                id,
                "state",
                "live",
                "collected",
                euros(euros),
                "backers",
                backers,
                "percent",
                0,
                "tiers",
                List.of());
        events.publish("quartier.pledge.campaigns.state", "quartier.campaign.state.v1", id, sequence, totals);
    }
}
