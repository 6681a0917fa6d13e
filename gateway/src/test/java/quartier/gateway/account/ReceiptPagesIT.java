package quartier.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.FakeService;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;

class ReceiptPagesIT extends GatewayIT {

    private static final Reply PDF = new Reply(
            200,
            "application/pdf",
            "%PDF-1.7",
            Map.of("Content-Disposition", "attachment; filename=\"quartier-pl-1.pdf\"", "Set-Cookie", "x=1"));
    private static final String BENEFICIARY = """
            {"campaign":"p1","body":"le-kfe","name":"Les Amis du Kfé","registration":"SIREN 732829320","regime":"general_interest"}""";
    private static final String PAID = """
            {"id":"pl-1","campaign":"p1","amount":{"amount":2500,"currency":"EUR"},"matched":{"amount":250,"currency":"EUR"},
             "visibility":"anonymous","state":"%s","kind":"gift","placedAt":"2026-11-01T19:00:00Z","confirmedAt":"2026-11-01T19:00:00Z",
             "refunds":[%s]}""";

    private static FakeService pledges() {
        return SERVICES.of(Service.PLEDGE);
    }

    private Browser remi() {
        return signedIn("m-remi", "Rémi");
    }

    @Test
    void passesAReceiptOnAsItComesAndKeepsItNowhere() {
        pledges().on("GET /v1/pledges/pl-1/payment-receipt.pdf", PDF);

        var file = remi().get("/contributions/pl-1/recu.pdf");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body()).isEqualTo("%PDF-1.7");
        assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(file.header("Content-Disposition")).contains("quartier-pl-1.pdf");
        assertThat(file.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(file.response().headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("x="));
    }

    @Test
    void showsAnErrorPageWhereThereIsNoFile() {
        assertThat(remi().get("/contributions/pl-9/recu.pdf").status()).isEqualTo(404);
        assertThat(browser().stay("/contributions/pl-1/recu.pdf").status()).isEqualTo(302);
    }

    @Test
    void listsTheReceiptsOfAYear() {
        pledges().on("GET /v1/me/receipts", """
                {"year":2026,"items":[{"pledge":"pl-1","campaign":"p1","amount":{"amount":2500,"currency":"EUR"},"paidAt":"2026-11-01T19:00:00Z",
                 "state":"confirmed","pdf":"/x","tax":{"number":"le-kfe-2026-00001","issuedAt":"2026-11-01T19:00:00Z","pdf":"/y"}}]}""").on("GET /v1/me/receipt-bodies", """
                {"items":[{"body":"le-kfe","name":"Les Amis du Kfé","registration":"SIREN 732829320"}]}""");
        Browser remi = remi();

        assertThat(remi.get("/moi/recus?annee=2026").body())
                .contains("Le Kfé du 33", "reçu fiscal le-kfe-2026-00001", "/contributions/pl-1/recu-fiscal.pdf")
                .contains("/declarations/le-kfe", "annee=2025")
                .doesNotContain("??");
        assertThat(remi.get("/moi").body()).contains("href=\"/moi/recus\"");
        assertThat(remi.preferring("en").get("/moi/recus?annee=2026").body())
                .contains("My receipts of 2026")
                .doesNotContain("??");
    }

    @Test
    void tracksARefundStepByStepWithItsDates() {
        String done = """
                {"id":"pay-1","amount":{"amount":2500,"currency":"EUR"},"reason":"cancelled","state":"done","askedAt":"2026-11-02T10:00:00Z","at":"2026-11-03T10:00:00Z"}""";
        pledges().on("GET /v1/pledges/pl-1", PAID.formatted("refunded", done));
        assertThat(remi().get("/contributions/pl-1").body())
                .contains("annulée par le contributeur", "2 novembre 2026", "3 novembre 2026", "17 novembre 2026")
                .contains("+ 2,50\u00a0€ d’abondement", "/contributions/pl-1/recu.pdf", "une estimation")
                .doesNotContain("??", "recu-fiscal");

        String failed = """
                {"id":"pay-1","amount":{"amount":2500,"currency":"EUR"},"reason":"cancelled","state":"failed","askedAt":"2026-11-02T10:00:00Z","failedAt":"2026-11-04T10:00:00Z"}""";
        pledges().on("GET /v1/pledges/pl-1", PAID.formatted("refund_failed", failed));
        assertThat(remi().preferring("en").get("/contributions/pl-1").body())
                .contains("Refused by the bank", "4 November 2026", "/moi/contributions/pl-1/remboursement")
                .doesNotContain("??", "is an estimate");
    }

    @Test
    void tellsThatTheBankHasGivenTheMoneyBackAlready() {
        String taken = """
                {"id":"pay-1","amount":{"amount":2500,"currency":"EUR"},"reason":"not_funded","state":"charged_back","askedAt":"2026-11-02T10:00:00Z"}""";
        pledges().on("GET /v1/pledges/pl-1", PAID.formatted("disputed", taken));

        assertThat(remi().get("/contributions/pl-1").body())
                .contains("votre banque vous a déjà rendu cette somme")
                .doesNotContain("??", "/moi/contributions/pl-1/remboursement");
        assertThat(remi().preferring("en").get("/contributions/pl-1").body())
                .contains("your bank has given you this sum back already")
                .doesNotContain("??");
    }

    @Test
    void asksForATaxReceiptAndSaysInWordsWhyThereIsNone() {
        pledges()
                .on("GET /v1/campaigns/p1/beneficiary", BENEFICIARY)
                .on("GET /v1/pledges/pl-1", PAID.formatted("confirmed", ""))
                .on(
                        "POST /v1/pledges/pl-1/tax-receipt",
                        Reply.problem(409, "receipt-before-release", "Pas encore", "L’argent n’est pas encore versé."));
        Browser remi = remi();
        String path = "/contributions/pl-1/recu-fiscal";
        assertThat(remi.get("/contributions/pl-1").body()).contains(path);
        var page = remi.get(path);
        assertThat(page.body())
                .contains("Les Amis du Kfé", "Prénom", "si vous contribuez anonymement")
                .doesNotContain("??");

        var refused = remi.submit(
                page,
                path,
                "prenom",
                "Rémi",
                "nom",
                "Martin",
                "rue",
                "3 rue X",
                "codePostal",
                "69001",
                "ville",
                "Lyon");

        assertThat(refused.body()).contains("L’argent n’est pas encore versé.", "value=\"Martin\"");
        assertThat(pledges()
                        .received("POST", "/v1/pledges/pl-1/tax-receipt")
                        .getFirst()
                        .body())
                .contains("\"firstName\":\"Rémi\"", "\"city\":\"Lyon\"")
                .doesNotContain("company");

        pledges().on("POST /v1/pledges/pl-1/tax-receipt", """
                {"number":"le-kfe-2026-00001","issuedAt":"2026-11-30T10:00:00Z"}""");
        assertThat(remi.submit(refused, path, "prenom", "Rémi").body()).contains("Le reçu fiscal est émis");
    }

    @Test
    void saysWhereThereAreNoTaxReceipts() {
        pledges().on("GET /v1/pledges/pl-1", PAID.formatted("confirmed", ""));

        assertThat(remi().get("/contributions/pl-1/recu-fiscal").body())
                .contains("il n’y a pas de reçu fiscal")
                .doesNotContain("<form class=\"form\"", "??");
    }

    @Test
    void showsADeclarationToWhomTheServiceLetsReadIt() {
        pledges().on("GET /v1/receipt-bodies/le-kfe/declarations/2026", """
                {"body":"le-kfe","year":2026,"receipts":12,"total":{"amount":123400,"currency":"EUR"},
                 "giftsOfTheYear":{"amount":123400,"currency":"EUR"},"cancelled":1,"lastNumber":13}""");

        assertThat(remi().get("/declarations/le-kfe?annee=2026").body())
                .contains("1\u00a0234\u00a0€", "/declarations/le-kfe/2026.csv")
                .doesNotContain("??");
        assertThat(remi().get("/declarations/autre?annee=2026").status()).isEqualTo(404);
    }
}
