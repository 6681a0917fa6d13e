package quartier.gateway.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quartier.gateway.call.Service;
import quartier.gateway.catalog.Rewards;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.Browser.Page;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;

final class RewardPagesIT extends GatewayIT {

    private static final String SHEET = """
        {"delivering":true,"rewards":[{"tier":"t1","reward":"Un T-shirt","handover":"shipping","deliveryMonth":"2027-03"}],
         "surveys":[{"tier":"t1","questions":[{"id":"q1","label":"Taille","options":["S","M"]}]}],
         "items":[{"pledge":"pl-1","backer":"m-remi","tier":"t1","state":"awaited","choices":{"q1":"M"},
                   "address":{"name":"Rémi D.","street":"3 rue du Four","postcode":"69007","city":"Lyon","country":"France"}}]}\
        """;
    private static final String EXPECTED = """
        {"items":[{"pledge":"pl-1","project":"p1","projectSlug":"le-kfe-du-33","projectTitle":"Le Kfé du 33","delivering":true,
          "reward":{"tier":"t1","reward":"Un T-shirt","handover":"shipping"},"addressNeeded":true,"state":"awaited",
          "questions":[{"id":"q1","label":"Taille","options":["S","M"]}]},
         {"pledge":"pl-2","project":"p1","projectSlug":"le-kfe-du-33","projectTitle":"Le Kfé du 33","delivering":true,
          "reward":{"tier":"t2","reward":"Une carte"},"addressNeeded":false,"state":"sent","questions":[]}]}\
        """;

    private Browser alexis;

    @BeforeEach
    void signIn() {
        alexis = signedIn("m-alexis", "Alexis Morel");
        SERVICES.of(Service.CATALOG)
                .on("GET /v1/projects/p1/rewards", SHEET)
                .on("POST /v1/projects/p1/rewards/steps", "{\"moved\":1}")
                .on("PUT /v1/projects/p1/surveys/t1", "{}")
                .on("GET /v1/me/rewards", EXPECTED)
                .on("PUT /v1/me/rewards/pl-1/details", "{}")
                .on("POST /v1/me/rewards/pl-2/received", "{}");
    }

    @Test
    void theTeamSeesWhatItOwesAndSaysThatItIsSent() {
        Page sheet = alexis.get("/mes-projets/p1/remises");
        assertThat(sheet.body())
                .contains("3 rue du Four")
                .contains("Taille : M")
                .contains("Taille : S / M");

        Page sent = alexis.submit(sheet, "/mes-projets/p1/remises", "contribution", "pl-1", "etape", "sent");

        assertThat(sent.body()).contains("C’est noté");
        assertThat(SERVICES.of(Service.CATALOG)
                        .received("POST", "/v1/projects/p1/rewards/steps")
                        .getLast()
                        .body())
                .contains("\"pledges\":[\"pl-1\"]")
                .contains("\"step\":\"sent\"");
    }

    @Test
    void theTeamSeesHowManyAddressesAreMissingAndRemindsWithOnePress() {
        SERVICES.of(Service.CATALOG)
                .on("GET /v1/projects/p1/rewards", missing(""))
                .on("POST /v1/projects/p1/rewards/t1/reminders", "{\"reminded\":3}");
        Page sheet = alexis.get("/mes-projets/p1/remises");
        assertThat(sheet.body()).contains("3 adresses manquent encore", "Envoyer un rappel");

        assertThat(alexis.submit(sheet, "/mes-projets/p1/remises/t1/rappel").body())
                .contains("Le rappel est parti");
        assertThat(SERVICES.of(Service.CATALOG).received("POST", "/v1/projects/p1/rewards/t1/reminders"))
                .isNotEmpty();

        SERVICES.of(Service.CATALOG)
                .on("GET /v1/projects/p1/rewards", missing(",\"remindableFrom\":\"2099-12-06T10:00:00Z\""));
        assertThat(alexis.get("/mes-projets/p1/remises").body())
                .contains("Vous pourrez envoyer un rappel à partir du")
                .doesNotContain("/rappel");
        assertThat(alexis.preferring("en").get("/mes-projets/p1/remises").body())
                .contains("3 addresses are still missing", "You can send a reminder from")
                .doesNotContain("??");
    }

    private static String missing(String remindable) {
        return SHEET.replace(
                "\"items\":", "\"missing\":[{\"tier\":\"t1\",\"backers\":3" + remindable + "}],\"items\":");
    }

    @Test
    void aBackerIsToldOnTheAccountAndOnThePledgeThatAnAddressIsMissing() {
        Browser remi = signedIn("m-remi", "Rémi Dupont");

        Page account = remi.get("/moi");
        assertThat(account.body())
                .contains("Votre adresse manque encore pour vous envoyer : Un T-shirt")
                .contains("href=\"/moi/contreparties#r-pl-1\"");
        assertThat(remi.get("/contributions/pl-1").body())
                .contains("Votre adresse manque encore", "href=\"/moi/contreparties#r-pl-1\"");
        assertThat(remi.get("/moi/contreparties").body()).contains("id=\"r-pl-1\"", "Votre adresse manque encore");

        SERVICES.of(Service.CATALOG)
                .on(
                        "GET /v1/me/rewards",
                        EXPECTED.replace(
                                "\"state\":\"awaited\"",
                                "\"state\":\"awaited\",\"choices\":{\"q1\":\"M\"},\"address\":{\"name\":\"R\",\"street\":\"3 rue\","
                                        + "\"postcode\":\"69007\",\"city\":\"Lyon\",\"country\":\"France\"}"));
        assertThat(remi.get("/moi").body()).doesNotContain("manque encore");
        assertThat(remi.get("/contributions/pl-1").body()).doesNotContain("manque encore");
    }

    @Test
    void questionsAreWrittenOneALine() {
        assertThat(RewardPages.question("q1", "Taille : S / M"))
                .isEqualTo(new Rewards.Question("q1", "Taille", List.of("S", "M")));
        assertThat(RewardPages.question("q2", "Un mot ?")).isEqualTo(new Rewards.Question("q2", "Un mot ?", List.of()));
    }

    @Test
    void hidesTheSheetFromWhoeverIsNotOfTheTeam() {
        SERVICES.of(Service.CATALOG)
                .on("GET /v1/projects/p1/rewards", Reply.problem(404, "not-found", "Introuvable", "Rien ici."));

        assertThat(alexis.get("/mes-projets/p1/remises").status()).isEqualTo(404);
    }

    @Test
    void aBackerSaysWhereItGoesAndThatItCame() {
        assertThat(alexis.get("/moi").body()).contains("/moi/contreparties");
        Page mine = alexis.get("/moi/contreparties");
        assertThat(mine.body())
                .contains("Un T-shirt")
                .contains("J’ai bien reçu")
                .contains("name=\"choix-q1\"");

        alexis.submit(
                mine,
                "/moi/contreparties/pl-1",
                "choix-q1",
                "M",
                "nom",
                "Rémi",
                "rue",
                "3 rue du Four",
                "codePostal",
                "69007",
                "ville",
                "Lyon",
                "pays",
                "France");
        assertThat(SERVICES.of(Service.CATALOG)
                        .received("PUT", "/v1/me/rewards/pl-1/details")
                        .getLast()
                        .body())
                .contains("\"choices\":{\"q1\":\"M\"}")
                .contains("\"postcode\":\"69007\"");
        assertThat(alexis.submit(mine, "/moi/contreparties/pl-2/recu").body()).contains("Merci, c’est noté");
    }

    @Test
    void theDashboardShowsTheCurveTheQuestionsAndTheRewards() {
        SERVICES.of(Service.CATALOG)
                .on(
                        "GET /v1/projects/p1/curve",
                        "{\"items\":[{\"date\":\"2026-11-20\",\"collected\":{\"amount\":548000,\"currency\":\"EUR\"},\"backers\":143}]}")
                .on(
                        "GET /v1/projects/p1/questions",
                        "{\"items\":[{\"id\":\"qu1\",\"byName\":\"Rémi\",\"text\":\"Ouvert le dimanche"
                                + " ?\",\"at\":\"2026-11-20T10:00:00Z\",\"own\":false}]}");

        Page dashboard = alexis.get("/mes-projets/p1/tableau");

        assertThat(dashboard.body())
                .contains("<polyline")
                .contains("2026-11-20")
                .contains("Ouvert le dimanche ?")
                .contains("Une question attend une réponse")
                .contains("Une contrepartie à remettre")
                .contains("/mes-projets/p1/remises");
    }

    @Test
    void aMemberAsksOnTheProjectsPage() {
        SERVICES.of(Service.CATALOG)
                .on("POST /v1/projects/p1/questions", "{}")
                .on(
                        "GET /v1/projects/p1/timeline",
                        "{\"items\":[{\"at\":\"2026-11-01T10:00:00Z\",\"kind\":\"launched\"}]}");
        Browser remi = signedIn("m-remi", "Rémi");
        Page campaign = remi.get("/projets/le-kfe-du-33");
        assertThat(campaign.body()).contains("Lancement de la collecte").contains("Tous droits réservés");

        remi.submit(
                campaign,
                "/projets/le-kfe-du-33/questions",
                "texte",
                "Et le soir ?",
                "idempotencyKey",
                campaign.idempotencyKey());

        assertThat(SERVICES.of(Service.CATALOG)
                        .received("POST", "/v1/projects/p1/questions")
                        .getLast()
                        .header("Idempotency-Key"))
                .contains(campaign.idempotencyKey());
    }
}
