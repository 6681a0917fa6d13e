package quartier.gateway.fund;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.FakeService;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FundPagesIT extends GatewayIT {

    private static final FakeService SUPPORT = SERVICES.of(Service.SUPPORT);

    private static final String DONE = """
            {"id":"fu-1","supporter":"ville-de-lyon","supporterName":"Ville de Lyon","name":"Coup de pouce","state":"draft","rule":{"kind":"proportional"}}""";

    private Browser ines() {
        return signedIn("m-ines", "Inès", "supporter-agent:ville-de-lyon");
    }

    @Test
    void showsWhatAFundGivesAndWhatIsLeftInBothLanguages() {
        var page = browser().get("/fonds/fu-1");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("10\u00a0% de chaque contribution, au plus 1\u00a0000\u00a0€ par collecte")
                .contains(
                        "5\u00a0000\u00a0€", "4\u00a0000\u00a0€", "940\u00a0€", "Délibération 2026-114", "Le Kfé du 33")
                .doesNotContain("??", "/fermer", "Argent reçu");
        assertThat(browser().preferring("en").get("/fonds/fu-1").body())
                .contains("10% of each pledge")
                .doesNotContain("??");
    }

    @Test
    void theCampaignsPageSaysWhatWasMatchedAndWhatIsLeftForCertain() {
        assertThat(browser().get("/projets/le-kfe-du-33").body())
                .contains("Abondement : 940\u00a0€ versés, reste 60\u00a0€.", "Ville de Lyon", "/fonds/fu-1")
                .contains("10\u00a0% de chaque contribution")
                .doesNotContain("??");
        SUPPORT.on("GET /v1/funds/fu-1", Reply.problem(503, "unavailable", "Indisponible", "Plus tard."));
        assertThat(browser().get("/projets/le-kfe-du-33").body())
                .contains("Abondement : 940\u00a0€ versés, reste 60\u00a0€.")
                .doesNotContain("Ville de Lyon</a>");
    }

    @Test
    void anAgentSetsAFundUpWithItsInstrument() {
        SUPPORT.on("POST /v1/funds", Reply.json(DONE));
        Browser ines = ines();
        var form = ines.get("/veille/ville-de-lyon/fonds");
        assertThat(form.body())
                .contains("Coup de pouce", "name=\"deliberation\"")
                .doesNotContain("??");
        assertThat(ines.preferring("en").get("/veille/ville-de-lyon/fonds").body())
                .doesNotContain("??");

        ines.submit(
                form,
                "/veille/ville-de-lyon/fonds",
                "idempotencyKey",
                form.idempotencyKey(),
                "nom",
                "Coup de pouce",
                "budget",
                "5 000",
                "regle",
                "proportional",
                "part",
                "12,5",
                "parCollecte",
                "1000",
                "fin",
                "2027-02-28",
                "deliberation",
                "2026-114",
                "date",
                "2026-10-12");

        var sent = SUPPORT.received("POST", "/v1/funds").getFirst();
        assertThat(sent.header("Idempotency-Key")).contains(form.idempotencyKey());
        JsonNode body = JsonMapper.shared().readTree(sent.body());
        assertThat(body.at("/budget/amount").asLong()).isEqualTo(500_000);
        assertThat(body.at("/rule/ratioBasisPoints").asInt()).isEqualTo(1_250);
        assertThat(body.at("/rule/perCampaignMinorUnits").asLong()).isEqualTo(100_000);
        assertThat(body.at("/until").asString()).isEqualTo("2027-02-28T23:00:00Z");
        assertThat(body.at("/instrument/deliberation").asString()).isEqualTo("2026-114");
    }

    @Test
    void aLumpSumIsSentAsOneAndARefusalKeepsTheForm() {
        SUPPORT.on(
                "POST /v1/funds",
                Reply.problem(422, "public-grant-needs-deliberation", "Délibération nécessaire", "Article L. 2311-7"));
        Browser ines = ines();
        var form = ines.get("/veille/ville-de-lyon/fonds");

        var again = ines.submit(
                form,
                "/veille/ville-de-lyon/fonds",
                "idempotencyKey",
                form.idempotencyKey(),
                "nom",
                "Dernière ligne droite",
                "budget",
                "5000",
                "regle",
                "lump_sum",
                "somme",
                "500",
                "declencheur",
                "percent",
                "seuil",
                "80");

        assertThat(again.body()).contains("Délibération nécessaire", "L. 2311-7", "Dernière ligne droite");
        assertThat(again.idempotencyKey()).isNotEqualTo(form.idempotencyKey());
        JsonNode rule = JsonMapper.shared()
                .readTree(SUPPORT.received("POST", "/v1/funds").getFirst().body())
                .path("rule");
        assertThat(rule.path("amountMinorUnits").asLong()).isEqualTo(50_000);
        assertThat(rule.path("reached").asLong()).isEqualTo(80);
    }

    @Test
    void anAgentReservesForACampaignOfTheRadarAndClosesIt() {
        SUPPORT.on("PUT /v1/funds/fu-1/allowances/p1", Reply.json(DONE))
                .on("POST /v1/funds/fu-1/allowances/p1/close", Reply.json(DONE));
        Browser ines = ines();
        assertThat(ines.get("/veille").body())
                .contains("/veille/ville-de-lyon/abonder/p1", "/veille/ville-de-lyon/fonds");
        var reserve = ines.get("/veille/ville-de-lyon/abonder/p1");
        assertThat(reserve.body()).contains("Coup de pouce").doesNotContain("??");

        ines.submit(reserve, "/fonds/fu-1/enveloppes/p1", "montant", "1 000,50");
        var fund = ines.get("/fonds/fu-1");
        ines.submit(fund, "/fonds/fu-1/enveloppes/p1/fermer");

        assertThat(SUPPORT.received("PUT", "/v1/funds/fu-1/allowances/p1")
                        .getFirst()
                        .body())
                .contains("100050");
        assertThat(SUPPORT.received("POST", "/v1/funds/fu-1/allowances/p1/close"))
                .hasSize(1);
    }

    @Test
    void anAgentOpensAndClosesAndARefusalIsTold() {
        SUPPORT.on(
                "POST /v1/funds/fu-1/close", Reply.problem(409, "fund-state", "Étape impossible", "Pas maintenant."));
        Browser ines = ines();
        var fund = ines.get("/fonds/fu-1");

        ines.submit(fund, "/fonds/fu-1/fermer");

        assertThat(SUPPORT.received("POST", "/v1/funds/fu-1/close")).hasSize(1);
        assertThat(ines.get("/fonds/fu-1").status()).isEqualTo(200);
        assertThat(ines.submit(fund, "/fonds/fu-1/effacer").status()).isEqualTo(404);
    }

    @Test
    void theOperatorConfirmsTheSumThatCame() {
        SUPPORT.on("POST /v1/funds/fu-1/confirm-money", Reply.json(DONE));
        Browser odile = signedIn("m-odile", "Odile", "operator");
        var page = odile.get("/operateur/fonds");
        assertThat(page.body())
                .contains("Coup de pouce", "Référence du virement")
                .doesNotContain("??");
        assertThat(odile.preferring("en").get("/operateur/fonds").body()).doesNotContain("??");

        odile.submit(page, "/operateur/fonds/fu-1/argent-recu", "reference", "VIR-7", "montant", "5 000");

        assertThat(SUPPORT.received("POST", "/v1/funds/fu-1/confirm-money")
                        .getFirst()
                        .body())
                .contains("VIR-7", "500000", "EUR");
    }
}
