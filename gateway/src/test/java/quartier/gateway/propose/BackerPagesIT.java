package quartier.gateway.propose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.Browser.Page;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;

final class BackerPagesIT extends GatewayIT {

    private static final String FIRST = """
        {"items":[{"pledge":"pl-1","name":"=cmd|' /C calc'!A0","amount":{"amount":2550,"currency":"EUR"},"tier":"t1","rewardWaived":false,"kind":"gift_with_reward","state":"confirmed","at":"2026-11-20T10:00:00Z"},
         {"pledge":"pl-2","name":null,"amount":{"amount":1000,"currency":"EUR"},"tier":"t1","rewardWaived":true,"kind":"gift","state":"refund_due","at":"2026-11-19T10:00:00Z"}],"next":"170_pl-2"}\
        """;
    private static final String LAST = """
        {"items":[{"pledge":"pl-3","name":"Inès, \\"la voisine\\"","amount":{"amount":500,"currency":"EUR"},"rewardWaived":false,"kind":"interest_free_loan","state":"confirmed","at":"2026-11-18T10:00:00Z"}],"next":null}\
        """;

    private Browser alexis;

    @BeforeEach
    void theCampaignHasBackers() {
        alexis = signedIn("m-alexis", "Alexis Morel");
        SERVICES.of(Service.PLEDGE).on("GET /v1/campaigns/p1/pledges", request -> {
            String query = request.query() == null ? "" : request.query();
            return Reply.json(query.contains("cursor=170_pl-2") ? LAST : FIRST);
        });
        SERVICES.of(Service.CATALOG).on("GET /v1/projects/p1/rewards", """
                {"delivering":true,"rewards":[],"surveys":[],"items":[{"pledge":"pl-1","backer":"m-remi","tier":"t1","state":"sent"}]}""");
    }

    @Test
    void showsEachBackerAsTheyWishWithTheStateOfTheirReward() {
        assertThat(alexis.get("/mes-projets/p1/tableau").body()).contains("/mes-projets/p1/contributeurs");

        Page list = alexis.get("/mes-projets/p1/contributeurs");

        assertThat(list.body())
                .contains("Partie ou remise", "Anonyme", "Remboursement en cours", "Sans contrepartie")
                .contains("suite=170_pl-2", "/mes-projets/p1/contributeurs.csv")
                .doesNotContain("m-remi", "??");
        assertThat(alexis.get("/mes-projets/p1/contributeurs?suite=170_pl-2").body())
                .contains("Inès", "Prêt sans intérêt");
        assertThat(alexis.preferring("en").get("/mes-projets/p1/contributeurs").body())
                .contains("Anonymous", "No reward", "lang=\"en\"")
                .doesNotContain("??");
    }

    @Test
    void asksForOneRewardOnlyWhenOneIsChosen() {
        Page list = alexis.get("/mes-projets/p1/contributeurs?contrepartie=t1");

        assertThat(list.body()).contains("value=\"t1\" selected=\"selected\"", "contrepartie=t1&amp;suite=170_pl-2");
        assertThat(SERVICES.of(Service.PLEDGE)
                        .received("GET", "/v1/campaigns/p1/pledges")
                        .getLast()
                        .query())
                .contains("tier=t1");
        SERVICES.of(Service.PLEDGE).on("GET /v1/campaigns/p1/pledges", "{\"items\":[]}");
        assertThat(alexis.get("/mes-projets/p1/contributeurs?contrepartie=t1").body())
                .contains("Personne n’a choisi cette contrepartie");
    }

    @Test
    void searchesForANameAndKeepsItInTheNextPageAndTheFile() {
        Page list = alexis.get("/mes-projets/p1/contributeurs?nom=R%C3%A9mi+D&contrepartie=");

        assertThat(list.body())
                .contains("name=\"nom\"", "value=\"Rémi D\"", "method=\"get\"", "Effacer les filtres")
                .contains(
                        "suite=170_pl-2&amp;nom=R%C3%A9mi%20D",
                        "contributeurs.csv?contrepartie=&amp;nom=R%C3%A9mi%20D");
        assertThat(asked()).contains("name=R%C3%A9mi").doesNotContain("tier=");
        alexis.get("/mes-projets/p1/contributeurs.csv?contrepartie=t1&nom=R%C3%A9mi");
        assertThat(asked()).contains("name=R%C3%A9mi", "tier=t1", "cursor=170_pl-2");
        assertThat(alexis.get("/mes-projets/p1/contributeurs?nom=+").body()).doesNotContain("Effacer les filtres");
    }

    @Test
    void saysWhetherASearchIsAtItsEnd() {
        SERVICES.of(Service.PLEDGE).on("GET /v1/campaigns/p1/pledges", "{\"items\":[],\"next\":\"160_pl-9\"}");
        assertThat(alexis.get("/mes-projets/p1/contributeurs?nom=zo%C3%A9").body())
                .contains("Personne de ce nom jusqu’ici", "Chercher plus loin", "suite=160_pl-9");

        SERVICES.of(Service.PLEDGE).on("GET /v1/campaigns/p1/pledges", "{\"items\":[]}");
        assertThat(alexis.get("/mes-projets/p1/contributeurs?nom=zo%C3%A9").body())
                .contains("Personne ne se montre sous ce nom")
                .doesNotContain("Chercher plus loin", ".csv");
    }

    private static String asked() {
        return String.valueOf(SERVICES.of(Service.PLEDGE)
                .received("GET", "/v1/campaigns/p1/pledges")
                .getLast()
                .query());
    }

    @Test
    void givesAllPagesAsOneFileInWhichNothingIsAFormula() {
        Page file = alexis.get("/mes-projets/p1/contributeurs.csv");

        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.header("Content-Disposition")).contains("attachment", "le-kfe-du-33.csv");
        assertThat(file.header("Cache-Control")).contains("no-store");
        assertThat(file.body().lines()).hasSize(4);
        assertThat(file.body())
                .contains("Date,Nom,Montant")
                .contains("'=cmd|' /C calc'!A0,25.50,EUR,Don avec contrepartie")
                .contains("\"Inès, \"\"la voisine\"\"\",5.00,EUR,Prêt sans intérêt")
                .contains("Partie ou remise,pl-1")
                .doesNotContain(",=cmd", "m-remi");
    }

    @Test
    void isTheOwnersAloneAndStaysWhenAPartIsAway() {
        assertThat(signedIn("m-zoe", "Zoé").get("/mes-projets/p1/contributeurs").status())
                .isEqualTo(404);
        assertThat(signedIn("m-zoe", "Zoé")
                        .get("/mes-projets/p1/contributeurs.csv")
                        .status())
                .isEqualTo(404);
        assertThat(browser().stay("/mes-projets/p1/contributeurs").header("Location"))
                .contains("/oauth2/authorization/quartier");
        SERVICES.of(Service.PLEDGE)
                .on("GET /v1/campaigns/p1/pledges", Reply.problem(500, "internal-error", "Erreur", "Erreur"));
        alexis = signedIn("m-alexis", "Alexis Morel");
        assertThat(alexis.get("/mes-projets/p1/contributeurs").body())
                .contains("momentanément indisponible")
                .doesNotContain("Personne n’a encore contribué");
        assertThat(alexis.get("/mes-projets/p1/contributeurs.csv").status()).isEqualTo(503);
    }
}
