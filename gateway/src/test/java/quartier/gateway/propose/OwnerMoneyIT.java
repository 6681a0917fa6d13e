package quartier.gateway.propose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.FakeService;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;

class OwnerMoneyIT extends GatewayIT {

    private static FakeService pledges() {
        return SERVICES.of(Service.PLEDGE);
    }

    private static String euros(long amount) {
        return "{\"amount\":%d,\"currency\":\"EUR\"}".formatted(amount * 100);
    }

    @Test
    void showsTheOwnerNetPayoutsReserveAndLoans() {
        pledges()
                .on("GET /v1/campaigns/p1/statement", """
                {"collected":%s,"commission":%s,"vat":%s,"net":%s,"settled":false,"payee":"pending",
                 "payouts":[{"id":"main","state":"failed","amount":%s,"failure":"account_closed"},
                            {"id":"reserve","state":"due","amount":%s,"from":"2027-01-20T10:00:00Z"}]}""".formatted(
                                euros(6_000), euros(360), euros(72), euros(5_568), euros(5_000), euros(568)))
                .on("GET /v1/campaigns/p1/loans", """
                {"campaign":"p1","terms":{"perLender":%1$s,"graceMonths":3,"instalments":12},"lent":%1$s,"outstanding":%1$s,"arrears":%1$s,
                 "instalments":[{"n":1,"due":"2026-11-01T10:00:00Z","amount":%1$s,"paid":%2$s,"overdue":true}],"failedParts":[]}""".formatted(euros(500), euros(0)));
        Browser alexis = signedIn("m-alexis", "Alexis");

        assertThat(alexis.get("/mes-projets/p1/comptes").body())
                .contains("5\u00a0568\u00a0€", "Le compte bancaire est clos.", "Pas avant le 20 janvier 2027.")
                .contains("à compléter", "En retard : 500\u00a0€", "/mes-projets/p1/comptes.ods")
                .doesNotContain("??", "account_closed");
        assertThat(alexis.get("/mes-projets/p1/tableau").body()).contains("/mes-projets/p1/comptes");
        assertThat(alexis.preferring("en").get("/mes-projets/p1/comptes").body())
                .doesNotContain("??");
        assertThat(signedIn("m-remi", "Rémi").get("/mes-projets/p1/comptes").status())
                .isEqualTo(404);
    }

    @Test
    void handsTheStatementOn() {
        pledges()
                .on(
                        "GET /v1/campaigns/p1/statement.csv",
                        new Reply(
                                200,
                                "text/csv;charset=UTF-8",
                                "montant\n",
                                Map.of("Content-Disposition", "attachment; filename=\"quartier-p1.csv\"")));
        Browser alexis = signedIn("m-alexis", "Alexis");

        var file = alexis.get("/mes-projets/p1/comptes.csv");

        assertThat(file.body()).isEqualTo("montant\n");
        assertThat(file.header("Content-Disposition")).contains("quartier-p1.csv");
        assertThat(alexis.get("/mes-projets/p1/comptes.exe").status()).isEqualTo(404);
    }

    @Test
    void saysWhatARewardIsWorthAlsoWhenItIsNothing() {
        String draft = """
            {"id":"p50","slug":"le-lavoir","version":1,"state":"draft","owner":{"id":"m-alexis","name":"Alexis"},"territory":"lyon","title":"Le lavoir","createdAt":"2026-11-20T09:00:00Z"}\
            """;
        SERVICES.of(Service.CATALOG).on("GET /v1/projects/p50", draft).on("PUT /v1/projects/p50", draft);
        Browser alexis = signedIn("m-alexis", "Alexis");
        String step = "/mes-projets/p50/contreparties";
        var page = alexis.get(step);
        assertThat(page.body()).contains("name=\"tiers[0].marketValue\"");

        alexis.submit(
                page,
                step,
                "action",
                "save",
                "version",
                "1",
                "tiers[0].amount",
                "20",
                "tiers[0].reward",
                "Merci",
                "tiers[0].marketValue",
                "0",
                "tiers[1].amount",
                "50",
                "tiers[1].reward",
                "Un panier",
                "tiers[1].marketValue",
                "12,50");

        assertThat(SERVICES.of(Service.CATALOG)
                        .received("PUT", "/v1/projects/p50")
                        .getLast()
                        .body())
                .contains("\"marketValue\":{\"amount\":0,", "\"marketValue\":{\"amount\":1250,");
    }
}
