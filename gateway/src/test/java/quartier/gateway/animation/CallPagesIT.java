package quartier.gateway.animation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.Browser.Page;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;

final class CallPagesIT extends GatewayIT {

    @Test
    void aWindowShowsTheOpenCallsThatReachIt() {
        Page lyon = browser().get("/lyon");

        assertThat(lyon.body())
                .contains("Circuits courts", "href=\"/appels/circuits-courts\"", "La Coop du Crêt")
                .contains("/proposer?territoire=lyon&amp;appel=c1")
                .doesNotContain("Aux arbres");
        assertThat(browser().get("/lyon?thematique=nature").body()).doesNotContain("/appels/circuits-courts");
        assertThat(browser().preferring("en").get("/lyon").body()).contains("Short supply chains");
    }

    @Test
    void aWindowWithoutAnOpenCallSaysNothingOfCalls() {
        SERVICES.of(Service.CATALOG).on("GET /v1/calls", "{\"items\":[]}");

        assertThat(browser().get("/lyon").body()).doesNotContain("id=\"appels\"");
    }

    @Test
    void aCallsPageShowsItsProjectsFromEveryCity() {
        Page call = browser().get("/appels/circuits-courts");

        assertThat(call.body())
                .contains("Du champ à l’assiette", "Le Kfé du 33", "La Coop du Crêt", "La cantine des bocaux")
                .contains("/proposer?appel=c1")
                .doesNotContain("Bibliopousse", "/retirer");
        assertThat(browser().get("/appels/nulle-part").status()).isEqualTo(404);
    }

    @Test
    void aClosedCallTakesNoProjects() {
        assertThat(signedIn("m-alexis", "Alexis Morel")
                        .get("/appels/aux-arbres")
                        .body())
                .contains("Clos")
                .doesNotContain("/proposer?appel", "/appels/aux-arbres/projets");
    }

    @Test
    void aCampaignSaysWhichCallItAnswers() {
        assertThat(browser().get("/projets/le-kfe-du-33").body())
                .contains("répond à l’appel", "href=\"/appels/circuits-courts\"");
        assertThat(browser().get("/projets/bibliopousse").body()).doesNotContain("répond à l’appel");
    }

    @Test
    void anOwnerAnswersWithAProjectOfTheirs() {
        String mine = """
                {"id":"p50","slug":"le-lavoir","version":3,"state":"live","territory":"lyon","title":"Le lavoir","owner":{"id":"m-alexis","name":"Alexis"}}""";
        SERVICES.of(Service.CATALOG)
                .on("GET /v1/me/projects", "{\"items\":[" + mine + "]}")
                .on("PUT /v1/projects/p50/call", mine);
        Browser alexis = signedIn("m-alexis", "Alexis Morel");
        Page page = alexis.get("/appels/circuits-courts");
        assertThat(page.body()).contains("Le lavoir");

        Page after = alexis.submit(page, "/appels/circuits-courts/projets", "projet", "p50");

        assertThat(after.body()).contains("Votre projet répond à l’appel.");
        assertThat(SERVICES.of(Service.CATALOG)
                        .received("PUT", "/v1/projects/p50/call")
                        .getFirst()
                        .body())
                .contains("\"call\":\"c1\"");
    }

    @Test
    void aCallThatClosedMeanwhileIsToldInTheServicesWords() {
        SERVICES.of(Service.CATALOG)
                .on("PUT /v1/projects/p50/call", Reply.problem(409, "call-not-open", "Appel fermé", "Il est clos."));
        Browser alexis = signedIn("m-alexis", "Alexis Morel");

        Page after = alexis.submit(
                alexis.get("/appels/circuits-courts"), "/appels/circuits-courts/projets", "projet", "p50");

        assertThat(after.body()).contains("Appel fermé", "Il est clos.");
    }

    @Test
    void theCallsStaffTakeAProjectOut() {
        SERVICES.of(Service.CATALOG)
                .on("POST /v1/projects/p13/call/remove", new Reply(200, "application/json", "{}", Map.of()));
        assertThat(signedIn("m-jules", "Jules", "animator:lyon")
                        .get("/appels/circuits-courts")
                        .body())
                .as("staff of a city, not of the call's region")
                .doesNotContain("/retirer");
        Browser odile = signedIn("m-odile", "Odile", "operator");

        Page after = odile.submit(
                odile.get("/appels/circuits-courts"),
                "/appels/circuits-courts/retirer",
                "projet",
                "p13",
                "raison",
                "Hors sujet");

        assertThat(after.body()).contains("Le projet est retiré de l’appel.");
        assertThat(SERVICES.of(Service.CATALOG)
                        .received("POST", "/v1/projects/p13/call/remove")
                        .getFirst()
                        .body())
                .contains("\"call\":\"c1\"", "Hors sujet");
    }
}
