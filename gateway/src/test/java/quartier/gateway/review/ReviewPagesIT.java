package quartier.gateway.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReviewPagesIT extends GatewayIT {

    private static final String WAITING = """
            {"id":"w1","slug":"w1","version":2,"state":"submitted","territory":"lyon","title":"Un four à pain",
             "pitch":"du pain pour la rue","theme":"alimentation","ownerKind":"collective",
             "owner":{"id":"m-alexis","name":"Alexis Morel"},"goal":{"amount":300000,"currency":"EUR"},
             "durationDays":30,"storyHtml":"<p>Un four.</p>","submittedAt":"2026-11-20T10:00:00Z"}""";

    private Browser nadia() {
        SERVICES.of(Service.CATALOG)
                .on("GET /v1/projects/w1", WAITING)
                .on("GET /v1/review", "{\"items\":[" + WAITING + "]}");
        return signedIn("m-nadia", "Nadia", "moderator:lyon");
    }

    @Test
    void theQueueShowsWhatWaitsForTheTerritoryThatIsAskedFor() {
        var page = nadia().get("/relecture?territoire=lyon");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("Un four à pain", "/relecture/w1").doesNotContain("??");
        assertThat(SERVICES.of(Service.CATALOG).received("GET", "/v1/review"))
                .anySatisfy(request -> assertThat(request.query()).contains("territory=lyon"));
    }

    @Test
    void anEmptyQueueSaysThatAllIsDone() {
        Browser nadia = nadia();
        SERVICES.of(Service.CATALOG).on("GET /v1/review", "{\"items\":[]}");

        assertThat(nadia.get("/relecture").body()).contains("Tout est à jour");
    }

    @Test
    void whoIsNoModeratorIsRefusedAndWhoIsNobodySignsIn() {
        SERVICES.of(Service.CATALOG)
                .on("GET /v1/review", Reply.problem(403, "forbidden", "Refusé", "Il faut être de la modération."));

        assertThat(signedIn("m-remi", "Rémi").get("/relecture").status()).isEqualTo(403);
        assertThat(browser().stay("/relecture").header("Location")).contains("/oauth2/authorization/quartier");
    }

    @Test
    void aDecisionSendsEveryCriterionWithTheNotesAndReasons() {
        Browser nadia = nadia();
        SERVICES.of(Service.CATALOG).on("POST /v1/projects/w1/review", "{}");
        var page = nadia.get("/relecture/w1");
        assertThat(page.body()).contains("Un four.", "name=\"decision\"").doesNotContain("??");

        var after = nadia.submitAndStay(
                page,
                "/relecture/w1",
                "decision",
                "return",
                "confirmed",
                "oui",
                "notes[goal]",
                "Un devis ?",
                "reasons",
                "Il manque le budget.\n\nEt le lieu.");

        assertThat(after.header("Location")).endsWith("/relecture");
        JsonNode sent = JsonMapper.shared()
                .readTree(SERVICES.of(Service.CATALOG)
                        .received("POST", "/v1/projects/w1/review")
                        .getFirst()
                        .body());
        assertThat(sent.path("decision").asString()).isEqualTo("return");
        assertThat(sent.at("/notes/0/field").asString()).isEqualTo("goal");
        assertThat(sent.path("reasons").size()).isEqualTo(2);
        assertThat(sent.path("checklist").isArray()).isTrue();
    }

    @Test
    void nothingIsSentBeforeItIsConfirmed() {
        Browser nadia = nadia();
        var page = nadia.get("/relecture/w1");

        var again = nadia.submit(page, "/relecture/w1", "decision", "refuse", "reasons", "Hors du territoire");

        assertThat(again.body())
                .contains("Hors du territoire", "id=\"erreurs\"")
                .doesNotContain("??");
        assertThat(SERVICES.of(Service.CATALOG).received("POST", "/v1/projects/w1/review"))
                .isEmpty();
    }

    @Test
    void theServicesRefusalStandsAboveTheKeptForm() {
        Browser nadia = nadia();
        SERVICES.of(Service.CATALOG)
                .on(
                        "POST /v1/projects/w1/review",
                        Reply.problem(
                                403,
                                "not-your-territory",
                                "Un autre territoire",
                                "Ce projet relève d’une autre ville."));
        var page = nadia.get("/relecture/w1");

        var again =
                nadia.submit(page, "/relecture/w1", "decision", "approve", "confirmed", "oui", "reasons", "Très bien");

        assertThat(again.body()).contains("Un autre territoire", "Très bien");
    }

    @Test
    void aLiveProjectIsSuspendedWithAReason() {
        SERVICES.of(Service.CATALOG)
                .on("POST /v1/projects/p1/suspend", new Reply(200, "application/json", "{}", Map.of()));
        Browser nadia = signedIn("m-nadia", "Nadia", "moderator:lyon");
        var page = nadia.get("/relecture/p1");

        nadia.submit(page, "/relecture/p1/suspendre", "raison", "Une vérification");

        assertThat(SERVICES.of(Service.CATALOG)
                        .received("POST", "/v1/projects/p1/suspend")
                        .getFirst()
                        .body())
                .contains("Une vérification");
    }

    @Test
    void readsInEnglishToo() {
        assertThat(nadia().preferring("en").get("/relecture/w1").body())
                .doesNotContain("??")
                .contains("lang=\"en\"");
    }
}
