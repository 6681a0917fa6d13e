package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.testing.Answer;
import quartier.testing.QuartierIT;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;
import tools.jackson.databind.JsonNode;

/** A city as its staff run it: window, policy, people, review and reports. */
@QuartierIT
class CityIT {

    private final TestHttp http;
    private final TestTokens tokens;
    private final CatalogDriver catalog;

    @Autowired
    CityIT(TestHttp http, TestTokens tokens) {
        this.http = http;
        this.tokens = tokens;
        this.catalog = new CatalogDriver(http, tokens);
    }

    @Test
    void aWindowHasAHostOfItsOwn() {
        found("venissieux", window("projets.venissieux.example"));
        Answer second = operator().put("/v1/territories/bron", form("Bron", window("projets.venissieux.example")));
        assertThat(second.at("/errors/0/code")).isEqualTo("host-taken");
        assertThat(http.get("/v1/territories/bron").status()).isEqualTo(404);
    }

    @Test
    void aLogoIsDrawnAnewShownWithItsWordsAndTakenAway() throws IOException {
        found("brignais", window("projets.brignais.example"));
        assertThat(logo("brignais", 1, png(1_000, 500), " ").at("/errors/0/code"))
                .isEqualTo("logo-alternative");

        Answer shown = logo("brignais", 1, png(1_000, 500), "Un pont sur le Garon");

        assertThat(shown.at("/window/brand/logo")).isEqualTo("/api/catalog/v1/territories/brignais/logo?v=2");
        assertThat(shown.at("/window/brand/logoAlternative")).isEqualTo("Un pont sur le Garon");
        assertThat(shown.at("/window/brand/colour")).isEqualTo("#1f5b45");
        assertThat(http.get("/v1/territories/brignais/logo").status()).isEqualTo(200);
        assertThat(remove("brignais", "chaponost", 2).problem()).isEqualTo("not-your-territory");
        assertThat(remove("brignais", "brignais", 1).problem()).isEqualTo("precondition-failed");
        Answer gone = remove("brignais", "brignais", 2);
        assertThat(gone.json().at("/window/brand").has("logo")).isFalse();
        assertThat(gone.json().at("/window/brand").has("logoAlternative")).isFalse();
        assertThat(http.get("/v1/territories/brignais/logo").status()).isEqualTo(404);
        assertThat(remove("brignais", "brignais", 3).at("/version"))
                .as("again, nothing changes")
                .isEqualTo("3");
    }

    @Test
    void whatIsNoLogoIsRefusedWithItsReason() throws IOException {
        found("brindas", window("projets.brindas.example"));
        byte[] bomb = Base64.getDecoder().decode(png(1, 1));
        bomb[17] = 0x10;
        byte[] cut = Arrays.copyOf(Base64.getDecoder().decode(png(300, 300)), 60);
        Map<String, String> refused = Map.of(
                base64("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8)),
                "no-picture",
                base64("GIF89a".getBytes(StandardCharsets.UTF_8)),
                "no-picture",
                "nicht base64!",
                "no-picture",
                base64(bomb),
                "logo-too-many-pixels",
                base64(cut),
                "picture-unreadable",
                base64(new byte[1024 * 1024 + 1]),
                "logo-too-large");

        refused.forEach((picture, code) -> assertThat(
                        logo("brindas", 1, picture, "Un blason").at("/errors/0/code"))
                .isEqualTo(code));

        assertThat(http.get("/v1/territories/brindas/logo").status()).isEqualTo(404);
        assertThat(http.as(tokens.with("rita", "moderator:brindas"))
                        .with("If-Match", "\"1\"")
                        .put("/v1/territories/brindas/logo", Map.of("picture", png(9, 9), "alternative", "Un blason"))
                        .status())
                .isEqualTo(403);
        found("messimy", Map.of());
        assertThat(logo("messimy", 1, png(9, 9), "Un blason").at("/errors/0/code"))
                .isEqualTo("logo-needs-brand");
    }

    @Test
    void aLaterPolicyNeverTouchesALiveCampaign() {
        found("meyzieu", Map.of());
        String live = liveIn("meyzieu");
        Map<String, Object> policy = policyOf("meyzieu");
        policy.put("commissionBasisPoints", 800);

        Answer enacted = admin("meyzieu")
                .with("If-Match", "\"1\"")
                .post("/v1/territories/meyzieu/policies", Map.of("policy", policy, "note", "Ajustement"));

        assertThat(enacted.at("/policy/commissionBasisPoints")).isEqualTo("800");
        assertThat(catalog.read(live).at("/terms/commissionBasisPoints")).isEqualTo("600");
        JsonNode edition = http.get("/v1/territories/meyzieu/policies").json().at("/items/0");
        assertThat(edition.path("holds").asBoolean()).isTrue();
        assertThat(edition.path("note").asString()).isEqualTo("Ajustement");
        assertThat(admin("meyzieu")
                        .with("If-Match", "\"1\"")
                        .post("/v1/territories/meyzieu/policies", Map.of("policy", policy))
                        .problem())
                .isEqualTo("precondition-failed");
        policy.put("minimumDays", 90);
        assertThat(admin("meyzieu")
                        .with("If-Match", "\"2\"")
                        .post("/v1/territories/meyzieu/policies", Map.of("policy", policy))
                        .at("/errors/0/code"))
                .isEqualTo("days-crossed");
        assertThat(admin("lyon")
                        .with("If-Match", "\"2\"")
                        .post("/v1/territories/meyzieu/policies", Map.of("policy", policyOf("meyzieu")))
                        .problem())
                .isEqualTo("not-your-territory");
    }

    @Test
    void aSuspendedTerritoryTakesNothingNewAndLosesNothing() {
        found("oullins", Map.of());
        String live = liveIn("oullins");
        String draft = catalog.draft(formIn("oullins"));

        admin("oullins")
                .with("If-Match", "\"1\"")
                .put("/v1/territories/oullins/standing", Map.of("standing", "suspended"));

        assertThat(catalog.owner()
                        .withKey()
                        .post("/v1/projects", formIn("oullins"))
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
        found("irigny", Map.of());
        String live = liveIn("irigny");
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
    void theQueueTellsTheAgeAndWhoHasAProjectInHand() {
        found("chassieu", Map.of());
        String id = catalog.submitted(formIn("chassieu"));
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
        found("mions", Map.of());
        String id = catalog.submitted(formIn("mions"));
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
        found("feyzin", Map.of());
        String live = liveIn("feyzin");
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
    void anAdministratorSeesWhoCameWithWhichRole() {
        found("genas", Map.of());
        http.as(tokens.with("nora", "moderator:genas", "moderator:saint-etienne"))
                .get("/v1/review");

        JsonNode nora = admin("genas").get("/v1/territories/genas/staff").json().path("items");

        assertThat(nora)
                .filteredOn(person -> person.path("id").asString().equals("m-nora"))
                .singleElement()
                .satisfies(person -> assertThat(person.path("roles"))
                        .singleElement()
                        .satisfies(role ->
                                assertThat(role.path("territory").asString()).isEqualTo("genas")));
        assertThat(admin("lyon").get("/v1/territories/genas/staff").problem()).isEqualTo("not-your-territory");
    }

    @Test
    void keepsTheWordsThatReviewersUseAgain() {
        found("corbas", Map.of());
        Map<String, Object> template =
                Map.of("id", "budget", "decision", "return", "title", "Budget", "fr", "Précisez le budget.");

        admin("corbas")
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

    private List<String> ids(String path) {
        List<String> ids = new ArrayList<>();
        http.get(path)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }

    private void found(String id, Map<String, Object> window) {
        Answer founded = operator().put("/v1/territories/" + id, form(id, window));
        assertThat(founded.status()).as(founded.body()).isEqualTo(201);
    }

    private String liveIn(String territory) {
        return catalog.launchedIn(territory, formIn(territory));
    }

    private static Map<String, Object> formIn(String territory) {
        Map<String, Object> form = CatalogDriver.formWith("territory", territory);
        form.remove("district");
        return form;
    }

    private Map<String, Object> policyOf(String territory) {
        JsonNode policy = http.get("/v1/territories/" + territory).json().path("policy");
        Map<String, Object> copy = new LinkedHashMap<>();
        policy.propertyNames().forEach(name -> copy.put(name, policy.get(name)));
        return copy;
    }

    private TestHttp operator() {
        return http.as(tokens.with("odile", "operator"));
    }

    private TestHttp admin(String territory) {
        return http.as(tokens.with("admin", "territory-admin:" + territory));
    }

    private Answer logo(String territory, int version, String picture, String alternative) {
        return admin(territory)
                .with("If-Match", "\"" + version + "\"")
                .put("/v1/territories/" + territory + "/logo", Map.of("picture", picture, "alternative", alternative));
    }

    private Answer remove(String territory, String administrated, int version) {
        return admin(administrated)
                .with("If-Match", "\"" + version + "\"")
                .delete("/v1/territories/" + territory + "/logo");
    }

    private static Map<String, Object> window(String host) {
        return Map.of("hosts", List.of(host), "brand", Map.of("colour", "#1f5b45", "textColour", "#ffffff"));
    }

    private static Map<String, Object> form(String name, Map<String, Object> window) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("name", Map.of("fr", name, "en", name));
        form.put("kind", "city");
        form.put("parent", "auvergne-rhone-alpes");
        form.put("window", window);
        return form;
    }

    private static String png(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return base64(bytes.toByteArray());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
