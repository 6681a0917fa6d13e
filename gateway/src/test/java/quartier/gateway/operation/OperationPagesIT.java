package quartier.gateway.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.FakeService;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;

class OperationPagesIT extends GatewayIT {

    private static final Reply NOTHING_TO_SAY = new Reply(204, "application/json", "", Map.of());
    private static final String MONEY = "{\"amount\":2500,\"currency\":\"EUR\"}";
    private static final String PART = "{\"count\":3,\"sum\":" + MONEY + "}";

    private static final String LOANS = """
        {"campaign":"c-1","terms":{"perLender":%1$s,"graceMonths":0,"instalments":3},"lent":%1$s,"outstanding":%1$s,
         "arrears":{"amount":0,"currency":"EUR"},"failedParts":[],"instalments":[{"n":1,"due":"2027-01-01T00:00:00Z",
         "amount":%1$s,"paid":{"amount":0,"currency":"EUR"},"overdue":false}]}\
        """.formatted(MONEY);

    private static FakeService pledges() {
        return SERVICES.of(Service.PLEDGE);
    }

    private Browser odile() {
        pledges()
                .on("GET /v1/settlement", """
                    {"paused":false,"perSecond":41.5,"limitPerSecond":100,"items":[{"campaign":"c-1","state":"not_funded",
                     "deadline":"2026-11-20T10:00:00Z","paused":true,"refunds":{"due":%1$s,"done":%1$s,"failed":%1$s},
                     "payouts":[],"cashDue":%2$s,"page":12}]}\
                    """.formatted(PART, MONEY))
                .on("GET /v1/refunds", """
                        {"items":[{"campaign":"p1","refund":"pay-1","pledge":"pl-1","amount":%s,"reason":"not_funded",
                         "attempt":1,"failure":"refused_by_bank","accountGiven":true}]}""".formatted(MONEY))
                .on("GET /v1/payouts", """
                    {"items":[{"campaign":"c-2","payout":"main","owner":"m-alexis","state":"came_back","amount":%s,
                     "attempt":1,"failure":"account_closed"}]}\
                    """.formatted(MONEY))
                .on("GET /v1/disputes", """
                    {"items":[{"id":"dp-1","campaign":"c-2","campaignState":"live","pledge":"pl-2","pledgeState":"disputed",
                     "payment":"pay-2","amount":%1$s,"fee":%1$s,"bornBy":"escrow","state":"open",
                     "openedAt":"2026-11-20T10:00:00Z"}]}\
                    """.formatted(MONEY))
                .on("GET /v1/reviews", """
                        {"items":[{"pledge":"pl-3","campaign":"c-2","amount":%s,"backer":"m-x","reasons":["member-cards"],
                         "since":"2026-11-20T10:00:00Z"}]}""".formatted(MONEY))
                .on("GET /v1/reconciliation", """
                        {"provider":"sandbox","statementReadUntil":"2026-11-20T10:00:00Z","suspended":1,"oldestSeconds":60,
                         "lines":[{"kind":"charge","reference":"pay-9","currency":"EUR","why":"not_in_ledger",
                         "differenceMinorUnits":2500,"since":"2026-11-20T10:00:00Z","ageSeconds":260000,
                         "statement":[{"id":"txn_1","minorUnits":2500,"at":"2026-11-20T10:00:00Z"}],"ledger":[]}]}""")
                .on("GET /v1/lender-repayments", "{\"items\":[]}")
                .on("GET /v1/receipt-bodies", "{\"items\":[]}")
                .on("GET /v1/audit", """
                    {"startedAt":"2026-11-20T10:00:00Z","finishedAt":"2026-11-20T10:01:00Z","mode":"full","campaigns":4,
                     "checks":[{"number":1,"title":"Tout s’équilibre","examined":1200,"unit":"écritures","findings":0,
                     "messages":[]}]}\
                    """);
        return signedIn("m-odile", "Odile", "operator");
    }

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
    void comparesAndAuditsWhenAsked() {
        Browser odile = odile();
        pledges()
                .on("POST /v1/reconciliation/run", "{\"provider\":\"sandbox\",\"suspended\":0,\"lines\":[]}")
                .on("POST /v1/audit", NOTHING_TO_SAY);

        var page = odile.get("/exploitation/rapprochement");
        assertThat(odile.submit(page, "/exploitation/rapprochement").body()).contains("La comparaison est faite.");
        assertThat(odile.submit(page, "/exploitation/audit", "etendue", "nouveau")
                        .body())
                .contains("L’audit a commencé");

        assertThat(pledges().received("POST", "/v1/audit").getFirst().query()).isEqualTo("mode=incremental");
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
    void pausesOneRunOrAll() {
        Browser odile = odile();
        pledges().on("POST /v1/settlement/pause", NOTHING_TO_SAY).on("POST /v1/settlement/resume", NOTHING_TO_SAY);
        var page = odile.get("/exploitation/denouement");

        assertThat(odile.submit(page, "/exploitation/pause").body()).contains("C’est suspendu.");
        odile.submit(page, "/exploitation/reprendre", "collecte", "c-1");

        assertThat(pledges().received("POST", "/v1/settlement/pause").getFirst().body())
                .isEqualTo("{}");
        assertThat(pledges()
                        .received("POST", "/v1/settlement/resume")
                        .getFirst()
                        .body())
                .contains("c-1");
    }

    @Test
    void notesARefundByHandAndSaysWhyItIsRefused() {
        Browser odile = odile();
        pledges().on("GET /v1/campaigns/c-1/refunds/pay-1/account", """
            {"holder":"Rémi Dupont","iban":"FR7630006000011234567890189","amount":%s}\
            """.formatted(MONEY));
        pledges()
                .on(
                        "POST /v1/campaigns/c-1/refunds/pay-1/by-hand",
                        Reply.problem(409, "refund-still-due", "Remboursement en cours", "Attendez."));
        var page = odile.get("/exploitation/remboursements/c-1/pay-1");
        assertThat(page.body())
                .contains("Rémi Dupont", "FR7630006000011234567890189")
                .doesNotContain("??");

        var refused = odile.submit(page, "/exploitation/remboursements/c-1/pay-1/main", "reference", "VIR 12");

        assertThat(refused.body()).contains("Remboursement en cours");
        assertThat(pledges()
                        .received("POST", "/v1/campaigns/c-1/refunds/pay-1/by-hand")
                        .getFirst()
                        .body())
                .contains("VIR 12");
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
    void entersWhatAnOwnerRepaidAndKeepsWhatWasTypedUntilItIsTaken() {
        Browser odile = odile();
        pledges().on("GET /v1/campaigns/c-1/loans", LOANS);
        assertThat(odile.get("/exploitation/prets?collecte=c-1").body())
                .contains("reste dû", "Noter un virement reçu")
                .doesNotContain("??");
        var page = odile.get("/exploitation/prets/c-1");
        String repayments = "POST /v1/campaigns/c-1/repayments";

        var noAmount = enter(odile, page, "beaucoup", "2026-11-20");
        assertThat(noAmount.body())
                .contains("value=\"beaucoup\"", "value=\"2026-11-20\"", "value=\"VIR 7\"")
                .doesNotContain("??");
        assertThat(noAmount.idempotencyKey()).isEqualTo(page.idempotencyKey());

        pledges().on(repayments, new Reply(422, "application/problem+json", """
            {"type":"urn:quartier:problem:invalid-fields","title":"Champs à corriger","status":422,
             "detail":"Voyez chaque champ.","errors":[{"field":"receivedOn","code":"day-to-come","message":"Pas encore."}]}\
            """, Map.of()));
        var tooEarly = enter(odile, noAmount, "25", "2999-01-01");
        assertThat(tooEarly.body()).contains("Pas encore.", "href=\"#f-receivedOn\"", "value=\"2999-01-01\"");
        assertThat(tooEarly.idempotencyKey()).as("another request").isNotEqualTo(page.idempotencyKey());

        pledges().on(repayments, Reply.problem(503, "unavailable", "Indisponible", "Plus tard."));
        var away = enter(odile, tooEarly, "25", "2026-11-20");
        assertThat(away.idempotencyKey()).as("the same request").isEqualTo(tooEarly.idempotencyKey());

        pledges().on(repayments, LOANS);
        assertThat(enter(odile, away, "25", "2026-11-20").body())
                .contains("C’est noté")
                .doesNotContain("??");
        var sent = pledges().received("POST", "/v1/campaigns/c-1/repayments").getLast();
        assertThat(sent.body()).contains("2500", "2026-11-20", "VIR 7");
        assertThat(sent.header("Idempotency-Key")).contains(away.idempotencyKey());
    }

    private static Browser.Page enter(Browser odile, Browser.Page page, String amount, String day) {
        return odile.submit(
                page,
                "/exploitation/prets/c-1",
                "montant",
                amount,
                "jour",
                day,
                "reference",
                "VIR 7",
                "idempotencyKey",
                page.idempotencyKey());
    }

    @Test
    void saysWhereThereIsNoLoanToRepayAndWhatIsNoCampaign() {
        Browser odile = odile();
        pledges().on("GET /v1/campaigns/c-9/loans", Reply.problem(409, "no-loans", "Pas de prêts", "Aucun."));

        assertThat(odile.get("/exploitation/prets/c-9").body())
                .contains("pas de prêt à rembourser")
                .doesNotContain("Noter un virement reçu", "??");
        assertThat(odile.preferring("en")
                        .get("/exploitation/prets?collecte=%7Bid%7D")
                        .body())
                .contains("letters, digits and hyphens", "value=\"{id}\"")
                .doesNotContain("??");
        assertThat(signedIn("m-remi", "Rémi").get("/exploitation/prets/c-1").status())
                .isEqualTo(404);
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

    @Test
    void takesAnotherAccountForARefundThatFailed() {
        Browser remi = signedIn("m-remi", "Rémi");
        String path = "/moi/contributions/pl-1/remboursement";
        pledges()
                .on("GET /v1/me/pledges/pl-1/refund-account", "{\"owed\":" + MONEY + "}")
                .on(
                        "PUT /v1/me/pledges/pl-1/refund-account",
                        new Reply(422, "application/problem+json", """
                            {"type":"urn:quartier:problem:invalid-fields","title":"Champs à corriger","status":422,
                             "detail":"Voyez chaque champ.","errors":[{"field":"iban","code":"iban","message":"Pas un IBAN."}]}\
                            """, Map.of()));
        var page = remi.get(path);
        assertThat(page.body()).contains("25\u00a0€", "Titulaire du compte").doesNotContain("??");

        var wrong = remi.submit(page, path, "titulaire", "Rémi", "iban", "FR76");
        assertThat(wrong.body()).contains("Pas un IBAN.", "href=\"#f-iban\"").doesNotContain("??");

        pledges().on("PUT /v1/me/pledges/pl-1/refund-account", NOTHING_TO_SAY);
        var done = remi.submit(wrong, path, "titulaire", "Rémi", "iban", "FR7630006000011234567890189");
        assertThat(done.body()).contains("nous virons la somme");
    }
}
