package quartier.gateway.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.Browser.Page;
import quartier.gateway.testing.FakeService.Received;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;

final class CheckoutIT extends GatewayIT {

    private static final String PAYMENT = "/projets/le-kfe-du-33/contribuer/paiement";

    private Browser remi;

    @BeforeEach
    void signIn() {
        remi = signedIn("m-remi", "Rémi Dubois");
    }

    @Test
    void takesAnAmountAndThanks() {
        Page done = pay("4242 4242 4242 4242");
        assertThat(done.path()).isEqualTo("/contributions/pl-1");
        assertThat(done.body()).contains("Merci !").contains("Le Kfé du 33");
        Received sent = sent();
        assertThat(sent.header("Idempotency-Key").orElse("")).hasSize(36);
        assertThat(sent.body())
                .contains("\"campaign\":\"p1\"")
                .contains("{\"amount\":2500,\"currency\":\"EUR\"}")
                .contains("\"tier\":\"t3\"")
                .contains("\"visibility\":\"anonymous\"")
                .contains("/contributions/retour?cle=");
    }

    @Test
    void asksToSignInOnlyForThePayment() {
        assertThat(browser().get("/projets/le-kfe-du-33/contribuer").body()).contains("Combien donnez-vous");
        Page sent = browser().stay(PAYMENT + "?libre=25");
        assertThat(sent.status()).isEqualTo(302);
        assertThat(sent.header("Location")).endsWith("/oauth2/authorization/quartier");
    }

    @Test
    void saysPlainlyWhyTheBankDeclinedAndKeepsTheForm() {
        SERVICES.of(Service.PLEDGE).on("POST /v1/pledges", new Reply(201, "application/json", """
            {"id":"pl-9","campaign":"p1","amount":{"amount":2500,"currency":"EUR"},"visibility":"anonymous","state":"declined","declineReason":"insufficient_funds"}\
            """, Map.of()));
        Page form = remi.get(PAYMENT + "?libre=25&contrepartie=t3");
        Page declined = submit(form, "4000 0000 0000 9995");
        assertThat(declined.status()).isEqualTo(200);
        assertThat(declined.body())
                .contains("La provision est insuffisante")
                .contains("value=\"anonymous\" checked")
                .doesNotContain("value=\"4000");
        assertThat(declined.idempotencyKey()).isNotEmpty().isNotEqualTo(form.idempotencyKey());
    }

    @Test
    void sendsTheSameKeyAgainWhenNobodyKnowsWhatCameOfIt() {
        SERVICES.of(Service.PLEDGE)
                .on("POST /v1/pledges", Reply.problem(503, "unavailable", "Momentanément", "Réessayez."));
        Page form = remi.get(PAYMENT + "?libre=25&contrepartie=t3");
        Page unknown = submit(form, "4242 4242 4242 4242");
        assertThat(unknown.body()).contains("Réessayez.");
        assertThat(unknown.idempotencyKey()).isEqualTo(form.idempotencyKey());
    }

    @Test
    void paysOnceOnADoubleClick() {
        Page form = remi.get(PAYMENT + "?libre=25&contrepartie=t3");
        submit(form, "4242 4242 4242 4242");
        submit(form, "4242 4242 4242 4242");
        assertThat(SERVICES.of(Service.PLEDGE).received("POST", "/v1/pledges"))
                .extracting(request -> request.header("Idempotency-Key").orElse(""))
                .hasSize(2)
                .containsOnly(form.idempotencyKey());
    }

    @Test
    void leadsToTheBankAndBack() {
        SERVICES.of(Service.PLEDGE).on("POST /v1/pledges", new Reply(201, "application/json", """
            {"id":"pl-1","campaign":"p1","amount":{"amount":2500,"currency":"EUR"},"state":"action_required","action":{"url":"https://banque.exemple/3ds"}}\
            """, Map.of()));
        Page form = remi.get(PAYMENT + "?libre=25&contrepartie=t3");
        Page away = remi.submitAndStay(form, PAYMENT, fields(form, "4000000000003220"));
        assertThat(away.status()).isEqualTo(302);
        assertThat(away.header("Location")).isEqualTo("https://banque.exemple/3ds");
        Page back = remi.get("/contributions/retour?cle=" + form.idempotencyKey());
        assertThat(back.path()).isEqualTo("/contributions/pl-1");
        assertThat(remi.get("/contributions/retour?cle=autre").path()).isEqualTo("/moi");
    }

    @Test
    void tellsThatTheRewardSoldOutMeanwhile() {
        SERVICES.of(Service.PLEDGE)
                .on(
                        "POST /v1/pledges",
                        Reply.problem(422, "tier-sold-out", "Contrepartie épuisée", "Choisissez-en une autre."));
        Page refused = submit(remi.get(PAYMENT + "?libre=25&contrepartie=t3"), "4242424242424242");
        assertThat(refused.body()).contains("Contrepartie épuisée").contains("value=\"anonymous\" checked");
    }

    @Test
    void refusesWhatIsNoAmountOrBelowTheReward() {
        for (String amount : new String[] {"0", "-5", "12,345", "beaucoup", ""}) {
            Page page = remi.get(PAYMENT + "?libre=" + amount);
            assertThat(page.body()).as(amount).contains("Indiquez un montant en euros");
        }
        assertThat(remi.get(PAYMENT + "?libre=10&contrepartie=t3").body())
                .contains("inférieur à celui de la contrepartie");
    }

    @Test
    void pointsAtWhatIsMissing() {
        Page form = remi.get(PAYMENT + "?libre=25");
        Page again = remi.submit(form, PAYMENT, "montant", "25", "idempotencyKey", form.idempotencyKey());
        assertThat(again.body())
                .contains("href=\"#f-payment-card\"")
                .contains("href=\"#f-terms\"")
                .contains("Rien n’a été débité");
        assertThat(SERVICES.of(Service.PLEDGE).received("POST", "/v1/pledges")).isEmpty();
    }

    @Test
    void offersNothingToPayOnceTheCampaignIsOver() {
        Page page = remi.get("/projets/l-atelier-du-mercredi/contribuer");
        assertThat(page.body()).contains("n’accepte plus de contributions").doesNotContain("name=\"montant\"");
    }

    @Test
    void showsSoldOutRewardsAndDoesNotOfferThem() {
        assertThat(remi.get("/projets/le-fournil-de-la-duchere").body()).contains("Épuisé");
        assertThat(remi.get("/projets/le-fournil-de-la-duchere/contribuer").body())
                .contains("value=\"t3\" disabled");
    }

    @Test
    void waivesTheReward() {
        Page form = remi.get(PAYMENT + "?libre=25&contrepartie=t3");
        assertThat(form.body()).contains("Je renonce à la contrepartie");
        String[] fields = java.util.Arrays.copyOf(fields(form, "4242424242424242"), 14);
        fields[12] = "renoncer";
        fields[13] = "oui";
        remi.submit(form, PAYMENT, fields);
        assertThat(sent().body()).contains("\"rewardWaived\":true").contains("\"tier\":\"t3\"");
    }

    @Test
    void lendsWhereTheCampaignTakesLoans() {
        SERVICES.of(Service.PLEDGE).on("GET /v1/campaigns/p1", """
            {"id":"p1","state":"live","goal":{"amount":600000,"currency":"EUR"},"cap":{"amount":900000,"currency":"EUR"},"deadline":"2099-01-01T00:00:00Z","collected":{"amount":0,"currency":"EUR"},"percent":0,"backers":0,"tiers":[],"loans":{"perLender":{"amount":50000,"currency":"EUR"},"graceMonths":6,"instalments":12}}\
            """);
        Page form = remi.get(PAYMENT + "?libre=25");
        assertThat(form.body())
                .contains("Je prête, sans intérêt")
                .contains("12 mensualités")
                .contains("vous pouvez perdre");
        remi.submit(
                form,
                PAYMENT,
                "montant",
                "25",
                "formule",
                "pret",
                "carte",
                "4242424242424242",
                "conditions",
                "oui",
                "idempotencyKey",
                form.idempotencyKey());
        assertThat(sent().body()).contains("\"kind\":\"loan\"");
        assertThat(remi.get(PAYMENT + "?libre=25&contrepartie=t3").body())
                .as("a loan has no reward")
                .doesNotContain("Je prête");
    }

    @Test
    void offersNoLoanWhereNoneAreTaken() {
        assertThat(remi.get(PAYMENT + "?libre=25").body()).doesNotContain("Je prête");
    }

    private Page pay(String card) {
        return submit(remi.get(PAYMENT + "?libre=25&contrepartie=t3"), card);
    }

    private Page submit(Page form, String card) {
        return remi.submit(form, PAYMENT, fields(form, card));
    }

    private static String[] fields(Page form, String card) {
        return new String[] {
            "montant",
            "25",
            "contrepartie",
            "t3",
            "visibilite",
            "anonymous",
            "carte",
            card,
            "conditions",
            "oui",
            "idempotencyKey",
            form.idempotencyKey()
        };
    }

    private static Received sent() {
        return SERVICES.of(Service.PLEDGE).received("POST", "/v1/pledges").getLast();
    }

    @Test
    void asksForNoCardWhereTheProviderHasAPageOfItsOwn() {
        SERVICES.of(Service.PLEDGE)
                .on("GET /v1/payment-means", "{\"provider\":\"stripe\",\"cardEntry\":\"hosted_page\",\"means\":[]}")
                .on("POST /v1/pledges", new Reply(201, "application/json", """
                        {"id":"pl-7","campaign":"p1","amount":{"amount":2500,"currency":"EUR"},"state":"action_required",
                         "action":{"url":"https://checkout.stripe.com/c/pay/cs_1"}}""", Map.of()));
        Browser remi = signedIn("m-remi", "Rémi");
        String path = "/projets/le-kfe-du-33/contribuer/paiement";

        Page page = remi.get(path + "?montant=25");
        assertThat(page.body()).contains("page sécurisée du prestataire").doesNotContain("name=\"carte\"", "??");
        assertThat(page.header("Content-Security-Policy")).contains("https://checkout.stripe.com");
        Page sent = remi.submitAndStay(
                page, path, "montant", "25", "conditions", "oui", "carte", "4242424242424242", "idempotencyKey", "k-7");

        assertThat(sent.header("Location")).isEqualTo("https://checkout.stripe.com/c/pay/cs_1");
        assertThat(SERVICES.of(Service.PLEDGE)
                        .received("POST", "/v1/pledges")
                        .getFirst()
                        .body())
                .doesNotContain("4242", "payment");
    }
}
