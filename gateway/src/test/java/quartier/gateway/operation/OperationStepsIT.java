package quartier.gateway.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.FakeService.Reply;

/** What an operator does, and the account that a backer gives for a refund that failed. */
class OperationStepsIT extends OperatorIT {

    private static final String LOANS = """
        {"campaign":"c-1","terms":{"perLender":%1$s,"graceMonths":0,"instalments":3},"lent":%1$s,"outstanding":%1$s,
         "arrears":{"amount":0,"currency":"EUR"},"failedParts":[],"instalments":[{"n":1,"due":"2027-01-01T00:00:00Z",
         "amount":%1$s,"paid":{"amount":0,"currency":"EUR"},"overdue":false}]}\
        """.formatted(MONEY);

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
