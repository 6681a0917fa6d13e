package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.catalog.CatalogDriver.euros;
import static quartier.catalog.CatalogDriver.form;
import static quartier.catalog.CatalogDriver.formWith;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.catalog.project.WriteProject;
import quartier.testing.Answer;
import quartier.testing.QuartierIT;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** Bad input gets a problem document with a stable type, and loses nothing. */
@QuartierIT
class ProjectMisuseIT {

    private final TestHttp http;
    private final TestTokens tokens;
    private final CatalogDriver catalog;

    @Autowired
    ProjectMisuseIT(TestHttp http, TestTokens tokens) {
        this.http = http;
        this.tokens = tokens;
        this.catalog = new CatalogDriver(http, tokens);
    }

    @Test
    void explainsItselfInTheReadersLanguage() {
        String id = catalog.draft(formWith("goal", euros(15_001)));

        assertThat(catalog.owner().post("/v1/projects/" + id + "/submit").at("/errors/0/message"))
                .startsWith("L’objectif est de 15");
        assertThat(catalog.owner()
                        .with("Accept-Language", "en")
                        .post("/v1/projects/" + id + "/submit")
                        .at("/errors/0/message"))
                .startsWith("The goal is €15,000 at most");
    }

    @Test
    void namesTheStateThatStandsInTheWay() {
        String id = catalog.draft(form());

        Answer answer = catalog.owner().post("/v1/projects/" + id + "/launch");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("project-state");
        assertThat(answer.at("/detail")).startsWith("Ce projet est un brouillon");
        assertThat(answer.at("/state")).isEqualTo("draft");
        assertThat(answer.at("/possible/1")).isEqualTo("submitted");
    }

    @Test
    void knowsNoProjectInAnUnknownTerritory() {
        Answer answer = catalog.owner().withKey().post("/v1/projects", formWith("territory", "atlantis"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/errors/0/code")).isEqualTo("unknown-territory");
    }

    @Test
    void readsNoFractionsOfCents() {
        Answer answer = catalog.owner()
                .withKey()
                .post("/v1/projects", formWith("goal", Map.of("amount", 600_000.5, "currency", "EUR")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed-request");
    }

    @Test
    void namesAnAmountWithoutCurrency() {
        Answer answer = catalog.owner().withKey().post("/v1/projects", formWith("goal", Map.of("amount", 600_000)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/errors/0/field")).isEqualTo("goal.currency");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"territory\":\"lyon\"",
                "[]",
                "null",
                "",
                "{\"territory\":\"lyon\",\"surprise\":1}",
                "{\"territory\":\"lyon\",\"tiers\":[null]}",
                "{\"territory\":\"lyon\",\"needs\":{}}",
                "{\"territory\":\"lyon\",\"durationDays\":\"sixty\"}"
            })
    void refusesBrokenJson(String body) {
        Answer answer = catalog.owner().withKey().post("/v1/projects", body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed-request");
    }

    @Test
    void refusesABodyOfTenMegabytes() {
        Answer answer = catalog.owner().withKey().post("/v1/projects", formWith("story", "x".repeat(10_000_000)));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("body-too-large");
    }

    @Test
    void refusesAStoryThatIsTooLongEvenForADraft() {
        Answer answer = catalog.owner().withKey().post("/v1/projects", formWith("story", "x".repeat(20_001)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/errors/0/code")).isEqualTo("too-long");
    }

    @Test
    void asksForAnIdempotencyKey() {
        Answer answer = catalog.owner().post("/v1/projects", form());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("idempotency-key-missing");
    }

    @Test
    void draftsOnceUnderOneKey() {
        TestHttp sameKey = catalog.owner().withKey();

        Answer first = sameKey.post("/v1/projects", form());
        Answer again = sameKey.post("/v1/projects", form());
        Answer other = sameKey.post("/v1/projects", formWith("title", "Autre chose"));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.at("/id")).isEqualTo(first.at("/id"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void postsOneUpdateUnderOneKey() {
        String id = catalog.launched();
        String path = "/v1/projects/" + id + "/updates";
        assertThat(catalog.owner()
                        .post(path, Map.of("title", "Un", "body", "Un"))
                        .problem())
                .isEqualTo("idempotency-key-missing");
        TestHttp sameKey = catalog.owner().withKey();

        sameKey.post(path, Map.of("title", "Un", "body", "Un"));
        assertThat(sameKey.post(path, Map.of("title", "Un", "body", "Un")).status())
                .isEqualTo(201);
        assertThat(sameKey.post(path, Map.of("title", "Un", "body", "Deux")).problem())
                .isEqualTo("idempotency-key-reused");

        assertThat(http.get(path).json().path("items")).hasSize(1);
    }

    @Test
    void editsOnlyTheVersionThatWasRead() {
        Answer draft = catalog.owner().withKey().post("/v1/projects", form());
        String path = "/v1/projects/" + draft.at("/id");
        String etag = String.valueOf(draft.header("ETag"));

        assertThat(catalog.owner().put(path, form()).status()).isEqualTo(428);
        assertThat(catalog.owner().put(path, form()).problem()).isEqualTo("precondition-required");
        assertThat(catalog.owner().with("If-Match", etag).put(path, form()).status())
                .isEqualTo(200);
        Answer stale = catalog.owner().with("If-Match", etag).put(path, formWith("title", "Perdu"));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.problem()).isEqualTo("precondition-failed");
        assertThat(catalog.owner().get(path).at("/title")).isEqualTo("Le Kfé du 33");
    }

    @Test
    void takesScriptOutOfStoriesAndUpdates() {
        String attack = "Bonjour <script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>";
        String id = catalog.launched(formWith("story", attack));
        catalog.owner()
                .withKey()
                .post("/v1/projects/" + id + "/updates", Map.of("title", "<b>Ici</b>", "body", attack));

        assertThat(catalog.read(id).at("/storyHtml"))
                .contains("Bonjour")
                .doesNotContain("script")
                .doesNotContain("<img");
        assertThat(http.get("/v1/projects/" + id + "/updates").at("/items/0/html"))
                .contains("Bonjour")
                .doesNotContain("script")
                .doesNotContain("<img");
    }

    @Test
    void stopsAMemberWhoDraftsWithoutEnd() {
        TestHttp busy = http.as(tokens.member("busy"));
        Map<String, Object> bare = Map.of("territory", "lyon");
        for (int i = 0; i < WriteProject.PROJECTS_OF_ONE_MEMBER; i++) {
            assertThat(busy.withKey().post("/v1/projects", bare).status()).isEqualTo(201);
        }

        assertThat(busy.withKey().post("/v1/projects", bare).problem()).isEqualTo("limit-reached");
    }

    @Test
    void givesNoSlugTwice() {
        String title = "Le banc " + System.nanoTime();
        Answer first = catalog.owner().withKey().post("/v1/projects", formWith("title", title));
        Answer second = catalog.owner().withKey().post("/v1/projects", formWith("title", title));

        assertThat(second.at("/slug")).isEqualTo(first.at("/slug") + "-2");
        assertThat(catalog.owner()
                        .get("/v1/projects/by-slug/" + second.at("/slug"))
                        .at("/id"))
                .isEqualTo(second.at("/id"));
    }

    @Test
    void findsAProjectByTheSlugThatItHadBefore() {
        String before = "Avant " + System.nanoTime();
        Answer draft = catalog.owner().withKey().post("/v1/projects", formWith("title", before));
        Answer edited = catalog.owner()
                .with("If-Match", String.valueOf(draft.header("ETag")))
                .put("/v1/projects/" + draft.at("/id"), formWith("title", "Après " + System.nanoTime()));

        assertThat(edited.at("/slug")).isNotEqualTo(draft.at("/slug"));
        assertThat(catalog.owner()
                        .get("/v1/projects/by-slug/" + draft.at("/slug"))
                        .at("/id"))
                .isEqualTo(draft.at("/id"));
    }

    @Test
    void answersUnknownAddressesAndMethodsWithProblems() {
        assertThat(http.get("/v1/nothing").problem()).isEqualTo("not-found");
        assertThat(http.get("/v1/projects/none").problem()).isEqualTo("not-found");
        assertThat(catalog.owner().delete("/v1/projects").problem()).isEqualTo("method-not-allowed");
        assertThat(catalog.owner()
                        .withKey()
                        .with("Content-Type", "text/plain")
                        .post("/v1/projects", "x")
                        .problem())
                .isEqualTo("unsupported-media-type");
        assertThat(http.as(tokens.expired("alexis")).get("/v1/projects").problem())
                .isEqualTo("unauthenticated");
    }
}
