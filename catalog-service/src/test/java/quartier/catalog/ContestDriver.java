package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.catalog.CatalogDriver.formWith;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quartier.testing.Answer;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** Calls with what is chosen among their projects, as those who lead them and those who take part ask for it. */
final class ContestDriver {

    private final TestHttp http;
    private final TestTokens tokens;
    private final CatalogDriver catalog;

    ContestDriver(TestHttp http, TestTokens tokens) {
        this.http = http;
        this.tokens = tokens;
        this.catalog = new CatalogDriver(http, tokens);
    }

    String announced(Map<String, Object> form) {
        Answer answer = staff().withKey().post("/v1/calls", form);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.at("/id");
    }

    /** A call that chooses nothing, with its ETag. */
    Answer opened(String territory, String title) {
        Answer answer = staff().withKey().post("/v1/calls", plain(territory, title));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    String entered(String call, String title) {
        Map<String, Object> form = formWith("title", title);
        form.put("call", call);
        String id = catalog.launched(form);
        Answer answered = catalog.owner().put(path(call) + "/applications/" + id, given("Parce que"));
        assertThat(answered.status()).as(answered.body()).isEqualTo(200);
        return id;
    }

    void seat(String call, String juror) {
        Answer answer = staff().withKey().post(path(call) + "/jury", Map.of("name", juror, "member", "m-" + juror));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    void score(String call, String juror, String project, int lien, int cout) {
        Answer answer = as(juror).put(scores(call, project), marks(lien, cout));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    static Map<String, Object> plain(String territory, String title) {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("territory", territory);
        call.put("title", Map.of("fr", title));
        call.put("text", Map.of("fr", "Ce que nous cherchons.", "en", "What we look for."));
        call.put("theme", "alimentation");
        call.put("opensAt", "2026-11-02T08:00:00Z");
        call.put("closesAt", "2027-01-15T22:59:59Z");
        return call;
    }

    static Map<String, Object> call() {
        Map<String, Object> call = new LinkedHashMap<>();
        call.put("territory", "auvergne-rhone-alpes");
        call.put("title", Map.of("fr", "Ensemble"));
        call.put("text", Map.of("fr", "Ce que nous cherchons."));
        call.put("opensAt", "2026-11-02T08:00:00Z");
        call.put("closesAt", "2026-12-01T22:59:59Z");
        call.put("phases", Map.of("juryUntil", "2026-12-15T00:00:00Z", "preferenceUntil", "2026-12-31T00:00:00Z"));
        call.put("criteria", List.of(criterion("lien", 60), criterion("cout", 40)));
        call.put(
                "questions",
                List.of(
                        Map.of("id", "pourquoi", "label", Map.of("fr", "Pourquoi ?"), "kind", "text", "required", true),
                        question("qui", "choice", List.of("Enfants", "Adultes")),
                        Map.of("id", "combien", "label", Map.of("fr", "Combien ?"), "kind", "number")));
        call.put("envelope", Map.of("amount", 2_000_000, "currency", "EUR"));
        return call;
    }

    static Map<String, Object> question(String id, String kind, List<String> options) {
        return Map.of(
                "id",
                id,
                "label",
                Map.of("fr", "Pour qui ?"),
                "kind",
                kind,
                "options",
                options.stream().map(option -> Map.of("fr", option)).toList());
    }

    static Map<String, Object> criterion(String id, int weight) {
        return Map.of("id", id, "label", Map.of("fr", "Critère " + id), "weightPercent", weight);
    }

    static Map<String, Object> award(String project, long cents) {
        return Map.of(
                "project", project,
                "prize", Map.of("fr", "Une subvention"),
                "reason", Map.of("fr", "Le plus proche de tous."),
                "amount", Map.of("amount", cents, "currency", "EUR"));
    }

    static Map<String, Object> given(String why) {
        return Map.of("answers", Map.of("pourquoi", why, "qui", "Enfants", "combien", "12"));
    }

    static Map<String, Object> marks(int lien, int cout) {
        return Map.of("scores", Map.of("lien", lien, "cout", cout));
    }

    static String path(String call) {
        return "/v1/calls/" + call;
    }

    static String scores(String call, String project) {
        return path(call) + "/jury/scores/" + project;
    }

    static String etag(Answer answer) {
        return String.valueOf(answer.header("ETag"));
    }

    static List<String> fields(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        List<String> fields = new ArrayList<>();
        answer.json()
                .path("errors")
                .forEach(error -> fields.add(error.path("field").asString() + ":"
                        + error.path("code").asString()));
        return fields;
    }

    TestHttp staff() {
        return as("zone", "animator:auvergne-rhone-alpes");
    }

    TestHttp as(String name, String... roles) {
        return http.as(tokens.with(name, roles));
    }
}
