package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quartier.testing.Answer;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** Cities that are founded for a test, and those who run them. */
final class CityDriver {

    private final TestHttp http;
    private final TestTokens tokens;
    private final CatalogDriver catalog;

    CityDriver(TestHttp http, TestTokens tokens) {
        this.http = http;
        this.tokens = tokens;
        this.catalog = new CatalogDriver(http, tokens);
    }

    void found(String id, Map<String, Object> window) {
        Answer founded = operator().put("/v1/territories/" + id, form(id, window));
        assertThat(founded.status()).as(founded.body()).isEqualTo(201);
    }

    String liveIn(String territory) {
        return catalog.launchedIn(territory, formIn(territory));
    }

    static Map<String, Object> formIn(String territory) {
        Map<String, Object> form = CatalogDriver.formWith("territory", territory);
        form.remove("district");
        return form;
    }

    TestHttp operator() {
        return http.as(tokens.with("odile", "operator"));
    }

    TestHttp admin(String territory) {
        return http.as(tokens.with("admin", "territory-admin:" + territory));
    }

    static Map<String, Object> window(String host) {
        return Map.of("hosts", List.of(host), "brand", Map.of("colour", "#1f5b45", "textColour", "#ffffff"));
    }

    static Map<String, Object> form(String name, Map<String, Object> window) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("name", Map.of("fr", name, "en", name));
        form.put("kind", "city");
        form.put("parent", "auvergne-rhone-alpes");
        form.put("window", window);
        return form;
    }
}
