package quartier.gateway.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.Browser.Page;
import quartier.gateway.testing.FakeService.Received;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;

final class ChangeIT extends GatewayIT {

    private static final String CHANGE = "/contributions/pl-1/changer";
    private static final String CHANGES = "POST /v1/pledges/pl-1/changes";

    private Browser remi;

    @BeforeEach
    void signIn() {
        remi = signedIn("m-remi", "Rémi Dubois");
    }

    private Page change(String amount, String card) {
        Page form = remi.get(CHANGE);
        return remi.submit(
                form,
                CHANGE,
                "montant",
                amount,
                "contrepartie",
                "t3",
                "carte",
                card,
                "idempotencyKey",
                form.idempotencyKey());
    }

    private static Received sent() {
        return SERVICES.of(Service.PLEDGE)
                .received("POST", "/v1/pledges/pl-1/changes")
                .getLast();
    }

    @Test
    void changesTheAmountOnce() {
        SERVICES.of(Service.PLEDGE).on(CHANGES, "{\"id\":\"c1\",\"state\":\"done\"}");

        Page done = change("40", "4242424242424242");

        assertThat(done.path()).isEqualTo("/contributions/pl-1");
        assertThat(done.body()).contains("Votre contribution est modifiée");
        assertThat(sent().body())
                .contains("{\"amount\":4000,\"currency\":\"EUR\"}")
                .contains("\"card\":\"4242424242424242\"");
        assertThat(sent().header("Idempotency-Key").orElse("")).hasSize(36);
        assertThat(sent().header("Quartier-Client-Address").orElse("")).isNotBlank();
    }

    @Test
    void asksForNoCardToGiveLess() {
        SERVICES.of(Service.PLEDGE).on(CHANGES, "{\"id\":\"c1\",\"state\":\"done\"}");

        change("10", "");

        assertThat(sent().body()).doesNotContain("payment");
    }

    @Test
    void leadsToTheBankForTheDifference() {
        SERVICES.of(Service.PLEDGE)
                .on(
                        CHANGES,
                        "{\"id\":\"c1\",\"state\":\"action_required\",\"action\":{\"url\":\"https://banque.exemple/3ds\"}}");
        Page form = remi.get(CHANGE);

        Page away = remi.submitAndStay(form, CHANGE, "montant", "40", "carte", "4000000000003220");

        assertThat(away.header("Location")).isEqualTo("https://banque.exemple/3ds");
    }

    @Test
    void saysPlainlyWhyTheBankDeclinedTheDifference() {
        SERVICES.of(Service.PLEDGE)
                .on(CHANGES, "{\"id\":\"c1\",\"state\":\"declined\",\"declineReason\":\"insufficient_funds\"}");

        Page declined = change("40", "4000000000009995");

        assertThat(declined.body())
                .contains("La provision est insuffisante")
                .contains("value=\"40\"")
                .doesNotContain("value=\"4000");
    }

    @Test
    void tellsThatThereWereTooManyAttempts() {
        SERVICES.of(Service.PLEDGE)
                .on(CHANGES, Reply.problem(429, "too-many-attempts", "Trop de tentatives", "Réessayez plus tard."));

        assertThat(change("40", "4242424242424242").body()).contains("Trop de tentatives");
    }

    @Test
    void followsARefundAsTheBankShowsIt() {
        SERVICES.of(Service.PLEDGE).on("GET /v1/pledges/pl-1", """
                {"id":"pl-1","campaign":"p1","amount":{"amount":2500,"currency":"EUR"},"state":"refund_failed","placedAt":"2026-11-22T19:00:00Z",
                 "refunds":[{"id":"a","amount":{"amount":1500,"currency":"EUR"},"reason":"reduced","state":"done","at":"2026-11-23T10:00:00Z"},
                  {"id":"b","amount":{"amount":1000,"currency":"EUR"},"reason":"cancelled","state":"failed"}]}""");

        Page page = remi.get("/contributions/pl-1");

        assertThat(page.body())
                .contains("Suivi du remboursement")
                .contains("23 novembre 2026")
                .contains("la carte a peut-être expiré")
                .contains("la ligne d’origine disparaît");
        assertThat(remi.get("/contributions/pl-1?lang=en").body())
                .contains("the original line disappears from the statement");
    }

    @Test
    void showsALoanWithItsSchedule() {
        SERVICES.of(Service.PLEDGE).on("GET /v1/me/loans", """
                {"items":[{"pledge":"pl-1","campaign":"p1","state":"confirmed","amount":{"amount":50000,"currency":"EUR"},"repaid":{"amount":0,"currency":"EUR"},"underWay":{"amount":0,"currency":"EUR"},"outstanding":{"amount":50000,"currency":"EUR"},
                 "instalments":[{"n":1,"due":"2027-08-01T00:00:00Z","amount":{"amount":25000,"currency":"EUR"},"overdue":true,"paid":false},{"n":2,"due":"2027-09-01T00:00:00Z","amount":{"amount":25000,"currency":"EUR"},"overdue":false,"paid":false}]}]}""");

        assertThat(remi.get("/moi").body())
                .contains("Mes prêts")
                .contains("En retard")
                .contains("À venir")
                .contains("Le Kfé du 33");
    }
}
