package quartier.gateway.operation;

import static org.assertj.core.api.Assertions.assertThat;

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
                    {"items":[{"campaign":"c-1","refund":"pay-1","pledge":"pl-1","amount":%s,"reason":"not_funded",
                     "attempt":1,"failure":"refused_by_bank","accountGiven":true}]}\
                    """.formatted(MONEY))
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
                    {"items":[{"pledge":"pl-3","campaign":"c-2","amount":%s,"reasons":["many_cards"],
                     "since":"2026-11-20T10:00:00Z"}]}\
                    """.formatted(MONEY))
                .on("GET /v1/reconciliation", """
                    {"provider":"sandbox","statementReadUntil":"2026-11-20T10:00:00Z","suspended":1,"oldestSeconds":60,
                     "lines":[{"kind":"payment","reference":"pay-9","currency":"EUR","why":"not_in_ledger",
                     "differenceMinorUnits":2500,"since":"2026-11-20T10:00:00Z"}]}\
                    """)
                .on("GET /v1/audit", """
                    {"startedAt":"2026-11-20T10:00:00Z","finishedAt":"2026-11-20T10:01:00Z","mode":"full","campaigns":4,
                     "checks":[{"number":1,"title":"Tout s’équilibre","examined":1200,"unit":"écritures","findings":0,
                     "messages":[]}]}\
                    """);
        return signedIn("m-odile", "Odile", "operator");
    }

    @Test
    void showsTheOperatorEverythingThatWaits() {
        var page = odile().get("/exploitation");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "41,5 par seconde", "3 faits, 3 à faire, 3 en échec", "refused_by_bank", "Revenu de la banque")
                .contains("Gagnée", "Absente du grand livre", "Tout s’équilibre", "Un écart demande votre attention")
                .contains("href=\"/exploitation\"")
                .doesNotContain("??");
        assertThat(odile().preferring("en").get("/exploitation").body())
                .contains("lang=\"en\"", "3 done, 3 due, 3 failed")
                .doesNotContain("??");
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
                .contains("Versements en échec ou revenus : momentanément indisponible", "refused_by_bank")
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
        var page = odile.get("/exploitation");

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
