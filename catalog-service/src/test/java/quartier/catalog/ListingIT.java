package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.catalog.CatalogDriver.formWith;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.testing.Answer;
import quartier.testing.QuartierIT;
import quartier.testing.TestClock;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;
import tools.jackson.databind.JsonNode;

/** Lists of public projects: filters, search, order, pages. */
@QuartierIT
class ListingIT {

    private final TestHttp http;
    private final TestClock clock;
    private final CatalogDriver catalog;

    @Autowired
    ListingIT(TestHttp http, TestTokens tokens, TestClock clock) {
        this.http = http;
        this.clock = clock;
        this.catalog = new CatalogDriver(http, tokens);
    }

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void findsWordsWithoutRegardToCaseAndAccents() {
        String id = catalog.launched(formWith("title", "L’œuvre d’Été aux Tilleuls"));

        assertThat(found("q=" + encoded("oeuvre ete"))).containsExactly(id);
        assertThat(found("q=" + encoded("TILLEULS été"))).containsExactly(id);
        assertThat(found("q=" + encoded("tilleuls hiver"))).isEmpty();
        assertThat(found("q=" + encoded(".*tilleuls"))).containsExactly(id);
        assertThat(found("q=" + encoded("title:( AND *"))).isEmpty();
    }

    @Test
    void filtersByTerritoryThemeDistrictStateNeedAndOwner() {
        Map<String, Object> form = formWith("title", "Filtré");
        form.put("theme", "memoire");
        form.put("district", "Vaise");
        form.put("needs", List.of(Map.of("kind", "procedure", "title", "Accord", "quantity", 1)));
        String id = catalog.launched(form);

        assertThat(found("theme=memoire")).containsExactly(id);
        assertThat(found("theme=memoire&territory=lyon&district=Vaise&state=live&needKind=procedure&owner=m-alexis"))
                .containsExactly(id);
        assertThat(found("theme=memoire&territory=auvergne-rhone-alpes")).containsExactly(id);
        assertThat(found("theme=memoire&territory=saint-etienne")).isEmpty();
        assertThat(found("theme=memoire&district=Gerland")).isEmpty();
        assertThat(found("theme=memoire&state=funded")).isEmpty();
        assertThat(found("theme=memoire&needKind=labour")).isEmpty();
        assertThat(found("theme=memoire&owner=m-remi")).isEmpty();
        assertThat(found("theme=memoire&q=&state=&sort=")).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "ending", "supported"})
    void turnsPagesWithoutLossOrRepetition(String sort) {
        List<String> launched = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            // Two of them at the same instant: the id decides.
            if (i != 3) {
                clock.moveTo(Instant.parse("2026-11-23T09:00:00Z").plus(Duration.ofHours(i)));
            }
            Map<String, Object> form = formWith("theme", "sport");
            form.put("title", "Page " + sort + " " + i);
            form.put("durationDays", 60 - i);
            launched.add(catalog.launched(form));
        }

        List<String> read = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = http.get("/v1/projects?limit=2&sort=" + sort + "&q=" + encoded("page " + sort)
                    + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            page.json().path("items").forEach(item -> read.add(item.path("id").asString()));
            cursor = page.json().path("next").asString("");
        } while (!cursor.isEmpty());

        assertThat(read).hasSize(5).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(launched);
    }

    @Test
    void putsTheNewestFirst() {
        clock.moveTo(Instant.parse("2026-11-23T09:00:00Z"));
        String older = catalog.launched(formWith("theme", "donnees"));
        clock.moveTo(Instant.parse("2026-11-24T09:00:00Z"));
        String newer = catalog.launched(formWith("theme", "donnees"));

        assertThat(found("theme=donnees")).containsExactly(newer, older);
        assertThat(found("theme=donnees&sort=ending")).containsExactly(older, newer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=101", "limit=many", "cursor=zzz", "sort=luck", "state=asleep", "needKind=money"
            })
    void namesAFilterThatItDoesNotKnow(String query) {
        Answer answer = http.get("/v1/projects?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("unknown-filter");
    }

    @Test
    void showsWhatACardNeeds() {
        String id = catalog.launched(formWith("theme", "medias"));

        JsonNode card = http.get("/v1/projects?theme=medias").json().at("/items/0");

        assertThat(card.path("id").asString()).isEqualTo(id);
        assertThat(card.at("/goal/amount").asLong()).isEqualTo(600_000);
        assertThat(card.at("/owner/name").asString()).isEqualTo("Alexis");
        assertThat(card.path("deadline").asString()).endsWith("Z");
        assertThat(card.at("/needKinds/0").asString()).isEqualTo("labour");
        assertThat(card.has("story")).isFalse();
    }

    private List<String> found(String query) {
        List<String> ids = new ArrayList<>();
        http.get("/v1/projects?" + query)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
