package quartier.gateway.animation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.Browser.Page;
import quartier.gateway.testing.FakeService;
import quartier.gateway.testing.FakeService.Received;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;

/** A call with a jury, a vote and a result, as owners, jurors, members and staff see its pages. */
final class ContestPagesIT extends GatewayIT {

    private static final String ENTRANTS = """
            {"items":[{"project":"p1","slug":"le-kfe-du-33","title":"Le Kfé du 33","pitch":"Un café","territory":"lyon","district":"Guillotière","state":"live"},
                      {"project":"p7","slug":"un-jardin","title":"Un jardin","territory":"lyon","state":"live"}]}""";

    private FakeService catalog;

    @BeforeEach
    void aCall() {
        catalog = SERVICES.of(Service.CATALOG);
        in("apply", "open");
        catalog.on("GET /v1/calls/c9/entrants", ENTRANTS)
                .on(
                        "GET /v1/calls/c9/jury",
                        "{\"items\":[{\"id\":\"s1\",\"name\":\"Mme la maire\",\"taken\":true}],\"mine\":false}");
    }

    private void in(String phase, String state) {
        String call = call(phase, state);
        catalog.on("GET /v1/calls/c9", call).on("GET /v1/calls/by-slug/ensemble", call);
    }

    @Test
    void tellsThePhasesTheStakeAndTheJury() {
        Page page = browser().get("/appels/ensemble");

        assertThat(page.body())
                .contains("Candidatures", "aria-current=\"step\"", "Vote du public", "15\u00a0000", "Lien social", "60")
                .contains("Mme la maire", "Coup de pouce")
                .doesNotContain("??", "/appels/ensemble/vote");
        assertThat(browser().preferring("en").get("/appels/ensemble").body())
                .contains("Public vote")
                .doesNotContain("??");
    }

    @Test
    void keepsTheAnswersOfACallThatClosedMeanwhile() {
        catalog.on(
                        "GET /v1/me/projects",
                        "{\"items\":[{\"id\":\"p50\",\"slug\":\"le-lavoir\",\"version\":3,\"state\":\"live\",\"territory\":\"lyon\",\"title\":\"Le lavoir\"}]}")
                .on("PUT /v1/calls/c9/applications/p50", Reply.problem(409, "call-not-open", "Appel fermé", "Clos."));
        Browser alexis = signedIn("m-alexis", "Alexis Morel");
        Page page = alexis.get("/appels/ensemble");
        assertThat(page.body()).contains("Pourquoi ?", "<option value=\"Enfants\">");
        in("jury", "closed");

        Page after = alexis.submit(
                page,
                "/appels/ensemble/projets",
                "projet",
                "p50",
                "answers.q1",
                "Un long texte",
                "answers.q2",
                "Enfants");

        assertThat(after.body())
                .contains("Appel fermé", "Un long texte", "Ce que vous aviez écrit est gardé")
                .contains("<option value=\"Enfants\" selected=\"selected\">")
                .doesNotContain(">Répondre à l’appel<", "??");
    }

    @Test
    void sendsTheAnswersBeforeTheProjectEnters() {
        catalog.on("PUT /v1/calls/c9/applications/p50", "{}").on("PUT /v1/projects/p50/call", "{}");
        Browser alexis = signedIn("m-alexis", "Alexis Morel");

        Page after = alexis.submit(
                alexis.get("/appels/ensemble"), "/appels/ensemble/projets", "projet", "p50", "answers.q1", "Pour eux");

        assertThat(after.body()).contains("Votre projet répond à l’appel.");
        assertThat(catalog.received("PUT", "/v1/calls/c9/applications/p50")
                        .getFirst()
                        .body())
                .contains("\"q1\":\"Pour eux\"");
        assertThat(catalog.received("PUT", "/v1/projects/p50/call")).hasSize(1);
    }

    @Test
    void takesAVoteOfAMemberAndAsksOthersToSignIn() {
        in("preference", "closed");
        catalog.on("GET /v1/calls/c9/votes/mine", "{\"choices\":[]}")
                .on("POST /v1/calls/c9/votes", "{\"choices\":[\"p1\"]}");
        assertThat(browser().get("/appels/ensemble/vote").body())
                .contains("Le Kfé du 33", "Se connecter pour voter")
                .doesNotContain("name=\"projet\"", "??");
        Browser remi = signedIn("m-remi", "Rémi");
        Page page = remi.get("/appels/ensemble/vote");

        Page after = remi.submit(page, "/appels/ensemble/vote", "projet", "p1");

        assertThat(after.body()).contains("Votre vote est enregistré.");
        catalog.on("POST /v1/calls/c9/votes", Reply.problem(409, "votes-used", "Vote déjà donné", "Une fois."));
        assertThat(remi.submit(page, "/appels/ensemble/vote", "projet", "p7").body())
                .contains("Vote déjà donné");
    }

    @Test
    void letsAJurorScoreAndDeclareALink() {
        in("jury", "closed");
        catalog.on("GET /v1/calls/c9/jury/desk", """
                        {"items":[{"project":{"project":"p1","slug":"le-kfe-du-33","title":"Le Kfé du 33","territory":"lyon","state":"live"}},
                                  {"project":{"project":"p7","slug":"un-jardin","title":"Un jardin","territory":"lyon","state":"live"},"conflict":"backer"}]}""")
                .on(
                        "PUT /v1/calls/c9/jury/scores/p1",
                        Reply.problem(409, "jury-not-sitting", "Le jury ne siège pas", "?"));
        Browser ines = signedIn("m-ines", "Inès");
        assertThat(ines.get("/appels/ensemble/jury").body())
                .contains("Vous y avez contribué", "/jury/projets/p1")
                .doesNotContain("/jury/projets/p7", "??");
        Page sheet = ines.get("/appels/ensemble/jury/projets/p1");
        assertThat(sheet.body()).contains("Lien social", "max=\"10\"").doesNotContain("??");

        Page refused = ines.submit(
                sheet, "/appels/ensemble/jury/projets/p1", "scores.c1", "8", "scores.c2", "6", "comment", "Très bien");

        assertThat(refused.body()).contains("Le jury ne siège pas", "value=\"8\"", "Très bien");
        catalog.on("PUT /v1/calls/c9/jury/scores/p1", "{}").on("PUT /v1/calls/c9/jury/conflicts/p1", "{}");
        assertThat(ines.submit(sheet, "/appels/ensemble/jury/projets/p1", "scores.c1", "8", "scores.c2", "6")
                        .body())
                .contains("Votre note est enregistrée.");
        assertThat(ines.submit(sheet, "/appels/ensemble/jury/projets/p1/conflit", "raison", "Ma sœur")
                        .body())
                .contains("Votre lien est déclaré");
        assertThat(browser().stay("/appels/ensemble/jury").status())
                .as("whoever is signed out signs in first")
                .isEqualTo(302);
    }

    @Test
    void invitesAJurorByALink() {
        catalog.on(
                        "GET /v1/calls/c9/jury",
                        "{\"items\":[{\"id\":\"s1\",\"name\":\"Mme la maire\",\"taken\":false,\"code\":\"abc\"}],\"mine\":false}")
                .on("POST /v1/calls/c9/jury", new Reply(201, "application/json", "{\"items\":[]}", Map.of()))
                .on("POST /v1/calls/c9/jury/accept", Reply.problem(409, "invitation-unknown", "Sans effet", "?"));
        Browser jules = signedIn("m-jules", "Jules", "animator:lyon");
        Page page = jules.get("/animation/c9/jury");
        assertThat(page.body())
                .contains("/appels/ensemble/jury/invitation?code=abc")
                .doesNotContain("??");

        assertThat(jules.submit(page, "/animation/c9/jury", "nom", "M. Petit", "idempotencyKey", page.idempotencyKey())
                        .body())
                .contains("La personne est nommée");
        Browser anne = signedIn("m-anne", "Anne");
        Page invitation = anne.get("/appels/ensemble/jury/invitation?code=abc");
        assertThat(invitation.body()).contains("value=\"abc\"").doesNotContain("??");
        assertThat(anne.submit(invitation, "/appels/ensemble/jury/invitation", "code", "abc")
                        .body())
                .contains("Sans effet");
    }

    @Test
    void publishesAResultThatAllMayRead() {
        in("result", "closed");
        String standings = """
                [{"project":"p1","slug":"le-kfe-du-33","title":"Le Kfé du 33","rank":1,"tied":true,"mean":7.6,"scores":2,"votes":14},
                 {"project":"p7","slug":"un-jardin","title":"Un jardin","rank":1,"tied":true,"mean":7.6,"scores":3,"votes":9}]""";
        catalog.on("GET /v1/calls/c9/standings", "{\"items\":" + standings + "}")
                .on("PUT /v1/calls/c9/result", "{}")
                .on("GET /v1/calls/c9/result", """
                        {"call":"c9","publishedAt":"2027-01-05T09:00:00Z","standings":%s,
                         "awards":[{"project":"p1","prize":{"fr":"Une subvention"},"reason":{"fr":"Le plus proche."},"amount":{"amount":300000,"currency":"EUR"}}]}""".formatted(standings));
        Browser jules = signedIn("m-jules", "Jules", "animator:lyon");
        Page page = jules.get("/animation/c9/resultat");
        assertThat(page.body()).contains("7,60", "à égalité", "name=\"prize\"").doesNotContain("??");

        Page after = jules.submit(
                page,
                "/animation/c9/resultat",
                "project",
                "p1",
                "prize",
                "Une subvention, et plus",
                "reason",
                "Le plus proche.",
                "amount",
                "3 000",
                "project",
                "p7",
                "prize",
                "",
                "reason",
                "",
                "amount",
                "");

        assertThat(after.path()).isEqualTo("/appels/ensemble/resultat");
        assertThat(after.body())
                .contains("Le résultat est publié.", "Une subvention", "3\u00a0000")
                .doesNotContain("??");
        Received sent = catalog.received("PUT", "/v1/calls/c9/result").getFirst();
        assertThat(sent.body())
                .contains("\"amount\":300000", "Une subvention, et plus")
                .doesNotContain("p7");
        assertThat(browser().get("/appels/ensemble").body()).contains("/appels/ensemble/resultat");
    }

    @Test
    void handsTheApplicationsToTheStaffAsAFile() {
        catalog.on("GET /v1/calls/c9/applications.csv", new Reply(200, "text/csv", "projet;titre\r\n", Map.of()));

        Page file = signedIn("m-jules", "Jules", "animator:lyon").get("/animation/c9/candidatures.csv");

        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.header("Content-Disposition")).contains("candidatures.csv");
    }

    @Test
    void writesPhasesCriteriaAndQuestionsAsTheyAreTyped() {
        catalog.on("PUT /v1/calls/c9", call("apply", "open"));
        Browser jules = signedIn("m-jules", "Jules", "animator:lyon");
        Page page = jules.get("/animation/c9");
        assertThat(page.body())
                .contains("value=\"Lien social\"", "value=\"2026-12-15\"", "Enfants", "name=\"questionFr\"")
                .doesNotContain("??");

        jules.submit(
                page,
                "/animation/c9",
                "territory",
                "lyon",
                "titleFr",
                "Ensemble",
                "textFr",
                "T",
                "firstDay",
                "2026-11-02",
                "lastDay",
                "2026-12-01",
                "version",
                "3",
                "juryDay",
                "2026-12-15",
                "preferenceDay",
                "",
                "votesEach",
                "2",
                "envelope",
                "1 500,50",
                "criterionId",
                "c1",
                "criterionFr",
                "Lien, social",
                "criterionEn",
                "",
                "criterionWeight",
                "100",
                "criterionId",
                "",
                "criterionFr",
                "",
                "criterionEn",
                "",
                "criterionWeight",
                "",
                "questionId",
                "",
                "questionFr",
                "Pour qui ?",
                "questionEn",
                "",
                "questionKind",
                "choice",
                "questionRequired",
                "true",
                "questionOptions",
                "Enfants | Children\nAdultes",
                "questionId",
                "",
                "questionFr",
                "",
                "questionEn",
                "",
                "questionKind",
                "text",
                "questionRequired",
                "false",
                "questionOptions",
                "");

        assertThat(catalog.received("PUT", "/v1/calls/c9").getFirst().body())
                .contains("\"phases\":{\"juryUntil\":\"2026-12-15T22:59:59Z\"}")
                .contains("\"id\":\"c1\"", "\"fr\":\"Lien, social\"", "\"weightPercent\":100")
                .contains("\"amount\":150050", "\"votesEach\":2", "\"en\":\"Children\"", "\"required\":true");
    }

    private static String call(String phase, String state) {
        return """
            {"id":"c9","slug":"ensemble","version":3,"state":"%s","phase":"%s","territory":"lyon","territoryPath":["auvergne-rhone-alpes","lyon"],
             "title":{"fr":"Ensemble"},"text":{"fr":"Ce que nous cherchons."},"opensAt":"2026-11-01T23:00:00Z","closesAt":"2026-12-01T22:59:59Z",
             "timetable":[{"phase":"apply","from":"2026-11-01T23:00:00Z","until":"2026-12-01T22:59:59Z"},{"phase":"jury","from":"2026-12-01T22:59:59Z","until":"2026-12-15T22:59:59Z"},
                {"phase":"preference","from":"2026-12-15T22:59:59Z","until":"2026-12-31T22:59:59Z"},{"phase":"result","from":"2026-12-31T22:59:59Z"}],
             "phases":{"juryUntil":"2026-12-15T22:59:59Z","preferenceUntil":"2026-12-31T22:59:59Z"},
             "criteria":[{"id":"c1","label":{"fr":"Lien social"},"weightPercent":60},{"id":"c2","label":{"fr":"Coût"},"weightPercent":40}],"votesEach":1,
             "questions":[{"id":"q1","label":{"fr":"Pourquoi ?"},"kind":"text","required":true},{"id":"q2","label":{"fr":"Pour qui ?"},"kind":"choice","required":false,"options":[{"fr":"Enfants"},{"fr":"Adultes"}]}],
             "envelope":{"amount":1500000,"currency":"EUR"},"matchFund":"fu-1"}""".formatted(state, phase);
    }
}
