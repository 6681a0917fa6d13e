package quartier.gateway.cash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.Browser.Page;
import quartier.gateway.testing.FakeService;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;

final class CashPagesIT extends GatewayIT {

    private static final String PATH = "/v1/campaigns/p1/offline-pledges";

    private final FakeService pledge = SERVICES.of(Service.PLEDGE);
    private Browser bruno;

    @BeforeEach
    void cashWaits() {
        pledge.on("GET " + PATH, """
                {"items":[{"id":"c-1","campaign":"p1","amount":{"amount":2000,"currency":"EUR"},"enteredBy":"Anne","byCaller":false,"state":"waiting","enteredAt":"2026-11-23T19:00:00Z"},
                 {"id":"c-2","campaign":"p1","amount":{"amount":700,"currency":"EUR"},"name":"Jeanne","enteredBy":"Bruno","byCaller":true,"state":"waiting","enteredAt":"2026-11-23T19:10:00Z"}]}""");
        bruno = signedIn("m-bruno", "Bruno", "moderator:lyon");
    }

    @Test
    void offersToConfirmOnlyWhatSomebodyElseEntered() {
        Page page = bruno.get("/especes/p1");

        assertThat(page.body())
                .contains("/especes/p1/c-1/confirmer")
                .doesNotContain("/especes/p1/c-2/confirmer")
                .contains("/especes/p1/c-2/refuser")
                .contains("quelqu’un d’autre doit confirmer");
    }

    @Test
    void entersCashAndConfirmsIt() {
        pledge.on("POST " + PATH, "{}").on("POST " + PATH + "/c-1/confirm", "{}");
        Page form = bruno.get("/especes/p1");

        Page entered = bruno.submit(
                form,
                "/especes/p1",
                "montant",
                "12,50",
                "nom",
                "Jeanne Roux",
                "visibilite",
                "first_name",
                "idempotencyKey",
                form.idempotencyKey());

        assertThat(entered.body()).contains("C’est saisi");
        var sent = pledge.received("POST", PATH).getLast();
        assertThat(sent.body())
                .contains("\"amount\":1250")
                .contains("Jeanne Roux")
                .contains("first_name");
        assertThat(sent.header("Idempotency-Key")).contains(form.idempotencyKey());
        assertThat(bruno.submit(form, "/especes/p1/c-1/confirmer").body()).contains("Confirmé");
    }

    @Test
    void showsWhyItWasRefusedAndKeepsWhatWasTyped() {
        pledge.on("POST " + PATH, Reply.problem(422, "over-cap", "Au-delà du plafond", "Saisissez moins."));
        Page form = bruno.get("/especes/p1");

        Page refused = bruno.submit(form, "/especes/p1", "montant", "999", "idempotencyKey", form.idempotencyKey());

        assertThat(refused.body()).contains("Au-delà du plafond").contains("value=\"999\"");
        assertThat(bruno.submit(form, "/especes/p1", "montant", "rien").body()).contains("Indiquez un montant");
    }

    @Test
    void isNotForEverybody() {
        pledge.on("GET " + PATH, Reply.problem(403, "forbidden", "Interdit", "Pas pour vous."));

        Page refused = bruno.get("/especes/p1");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("</html>");
    }
}
