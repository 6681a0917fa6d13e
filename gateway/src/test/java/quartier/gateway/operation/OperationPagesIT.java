package quartier.gateway.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.FakeService.Reply;

/** What an operator sees: all areas, in words, with a warning where something does not agree. */
class OperationPagesIT extends OperatorIT {

    @Test
    void showsTheOperatorEverythingThatWaits() {
        Browser odile = odile();

        var page = odile.get("/exploitation");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Un dossier attend", "Un écart demande votre attention", "Rien à signaler.")
                .contains("href=\"/exploitation/remboursements\"", "href=\"/exploitation/organismes\"")
                .doesNotContain("??");
        assertThat(odile.preferring("en").get("/exploitation").body())
                .contains("lang=\"en\"", "One is waiting", "One line")
                .doesNotContain("??");
    }

    @Test
    void showsEachAreaInWordsAndByTheCampaignsNames() {
        Browser odile = odile();

        assertThat(odile.get("/exploitation/denouement").body())
                .contains("41,5 par seconde", "3 faits, 3 à faire, 3 en échec", "<code>c-1</code>");
        assertThat(odile.get("/exploitation/remboursements").body())
                .contains("Le Kfé du 33", "La banque a refusé l’opération.", "objectif non atteint", "tentative 1")
                .doesNotContain("refused_by_bank");
        assertThat(odile.get("/exploitation/versements").body())
                .contains("Revenu de la banque", "Le compte bancaire est clos.")
                .doesNotContain("account_closed");
        assertThat(odile.get("/exploitation/contestations").body()).contains("Gagnée", "à la charge : Séquestre");
        assertThat(odile.get("/exploitation/examens").body())
                .contains("Plus de cinq cartes d’un même membre en dix minutes")
                .doesNotContain("member-cards");
        assertThat(odile.get("/exploitation/rapprochement").body())
                .contains("Absente du grand livre", "En suspens depuis 3 jours", "Écart : 25\u00a0€");
        assertThat(odile.get("/exploitation/audit").body())
                .contains("Tout s’équilibre", "1\u00a0200 éléments contrôlés");
    }

    @Test
    void warnsOnEveryPageOfWhatDoesNotAgreeInBothLanguages() {
        Browser odile = odile();
        pledges().on("GET /v1/settlement/forecast", "{\"items\":[]}");
        for (String language : List.of("fr", "en")) {
            for (String area : List.of(
                    "",
                    "/denouement",
                    "/previsions",
                    "/remboursements",
                    "/prets",
                    "/versements?etat=fait",
                    "/contestations?etat=perdues",
                    "/examens",
                    "/rapprochement",
                    "/audit",
                    "/organismes")) {
                var page = odile.preferring(language).get("/exploitation" + area);

                assertThat(page.status()).as(area).isEqualTo(200);
                assertThat(page.body())
                        .as(area)
                        .contains("/exploitation/rapprochement", "role=\"alert\"")
                        .doesNotContain("??");
            }
        }
    }

    @Test
    void saysWhenNobodyCanTellWhetherAllAgreesAndWhenNothingWasReadYet() {
        Browser odile = odile();
        pledges().on("GET /v1/reconciliation", Reply.json("{\"provider\":\"sandbox\",\"suspended\":0,\"lines\":[]}"));
        assertThat(odile.get("/exploitation/rapprochement").body())
                .contains("n’a pas encore été lu")
                .doesNotContain("–</", "concorde.");

        pledges().on("GET /v1/audit", Reply.problem(503, "unavailable", "Indisponible", "Plus tard."));
        assertThat(odile.get("/exploitation/versements").body())
                .contains("on ne peut pas dire en ce moment si tout concorde")
                .doesNotContain("Un écart demande");
    }

    @Test
    void keepsThePageWhenPartsAreMissing() {
        Browser odile = odile();
        for (String part : new String[] {"reviews", "reconciliation", "audit", "disputes"}) {
            pledges().on("GET /v1/" + part, Reply.problem(404, "not-found", "Introuvable", "Rien ici."));
        }
        pledges().on("GET /v1/payouts", Reply.problem(503, "unavailable", "Indisponible", "Plus tard."));

        var page = odile.get("/exploitation");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Versements en échec ou revenus : momentanément indisponible", "Aucun audit n’a encore")
                .doesNotContain("??");
    }

    @Test
    void hidesItFromEverybodyElse() {
        Browser remi = signedIn("m-remi", "Rémi");

        assertThat(remi.get("/exploitation").status()).isEqualTo(404);
        assertThat(remi.get("/moi").body()).doesNotContain("href=\"/exploitation\"");
        assertThat(pledges().received("GET", "/v1/settlement")).isEmpty();
    }

    @Test
    void turnsThePageOfWhatWaitsForAReview() {
        Browser odile = odile();
        pledges().on("GET /v1/reviews", """
            {"items":[{"pledge":"pl-3","campaign":"c-2","amount":%s,"backer":"m-x","reasons":["member-cards"],
             "since":"2026-11-20T10:00:00Z"}],"next":"1795000000000_pl-3"}\
            """.formatted(MONEY));

        String first = odile.get("/exploitation/examens").body();
        assertThat(first).contains("/exploitation/examens?suite=1795000000000_pl-3", "La suite");
        odile.get("/exploitation/examens?suite=1795000000000_pl-3");

        assertThat(pledges().received("GET", "/v1/reviews"))
                .anyMatch(request -> String.valueOf(request.query()).contains("cursor=1795000000000_pl-3"));
    }

    @Test
    void foretellsWhatWillSettle() {
        Browser odile = odile();
        pledges().on("GET /v1/settlement/forecast", """
            {"items":[{"campaign":"c-3","state":"live","deadline":"2026-11-30T22:59:59Z","goal":%1$s,"raised":%1$s,
             "verdict":"funded","split":{"gross":%1$s,"commission":%1$s,"vat":%1$s,"fees":%1$s,"net":%1$s},
             "refunds":{"count":0,"sum":%1$s},"open":2}]}\
            """.formatted(MONEY));

        var page = odile.get("/exploitation/previsions?jusqu=2026-11-30");

        assertThat(page.body()).contains("Serait financée", "c-3").doesNotContain("??");
        assertThat(pledges()
                        .received("GET", "/v1/settlement/forecast")
                        .getFirst()
                        .query())
                .contains("until=2026-11-30T23%3A00%3A00Z");
    }
}
