package quartier.gateway.radar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.FakeService;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RadarPagesIT extends GatewayIT {

    private static final FakeService SUPPORT = SERVICES.of(Service.SUPPORT);

    private Browser ines() {
        return signedIn("m-ines", "Inès", "supporter-agent:ville-de-lyon");
    }

    @Test
    void theRadarAsksWithTheThresholdsThatWereChosen() {
        var page = ines().get("/veille?organisation=ville-de-lyon&pourcentage=30&contributeurs=10&territoire=lyon");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Le Kfé du 33", "Voir l’étude de charge")
                .doesNotContain("??");
        assertThat(SUPPORT.received("GET", "/v1/radar").getFirst().query())
                .contains("supporter=ville-de-lyon", "minimumPercent=30", "minimumBackers=10", "territory=lyon");
        assertThat(ines().preferring("en").get("/veille").body()).doesNotContain("??");
    }

    @Test
    void aMissingPartTakesNothingElseWithIt() {
        SUPPORT.on("GET /v1/radar", Reply.problem(503, "unavailable", "Indisponible", "Plus tard."));

        assertThat(ines().get("/veille").body()).contains("momentanément indisponible", "Voir l’étude de charge");
    }

    @Test
    void watchingKeepsThePrivateNote() {
        SUPPORT.on("PUT /v1/supporters/ville-de-lyon/watches/p1", "{}")
                .on("DELETE /v1/supporters/ville-de-lyon/watches/p7", new Reply(204, "application/json", "", Map.of()));
        Browser ines = ines();
        var page = ines.get("/veille");

        ines.submit(page, "/veille/ville-de-lyon/suivis/p1", "note", "Appeler jeudi");
        ines.submit(page, "/veille/ville-de-lyon/suivis/p7/arreter");

        assertThat(SUPPORT.received("PUT", "/v1/supporters/ville-de-lyon/watches/p1")
                        .getFirst()
                        .body())
                .contains("Appeler jeudi");
        assertThat(SUPPORT.received("DELETE", "/v1/supporters/ville-de-lyon/watches/p7"))
                .hasSize(1);
    }

    @Test
    void aGrantIsOfferedWithItsInstrument() {
        SUPPORT.on(
                "POST /v1/offers",
                new Reply(
                        201, "application/json", "{\"id\":\"so-9\",\"project\":\"p1\",\"state\":\"made\"}", Map.of()));
        Browser ines = ines();
        var form = ines.get("/veille/ville-de-lyon/offre/p1");
        assertThat(form.body()).contains("name=\"deliberation\"").doesNotContain("??");

        ines.submit(
                form,
                "/veille/ville-de-lyon/offre/p1",
                "idempotencyKey",
                form.idempotencyKey(),
                "nature",
                "grant",
                "titre",
                "Aide aux travaux",
                "montant",
                "1500",
                "deliberation",
                "2026-118",
                "date",
                "2026-11-02",
                "conditions",
                "un accès pour tous");

        var sent = SUPPORT.received("POST", "/v1/offers").getFirst();
        assertThat(sent.header("Idempotency-Key")).contains(form.idempotencyKey());
        JsonNode body = JsonMapper.shared().readTree(sent.body());
        assertThat(body.path("supporter").asString()).isEqualTo("ville-de-lyon");
        assertThat(body.path("kind").asString()).isEqualTo("grant");
        assertThat(body.at("/amount/amount").asLong()).isEqualTo(150_000);
        assertThat(body.at("/instrument/deliberation").asString()).isEqualTo("2026-118");
        assertThat(body.path("conditions").asString()).isEqualTo("un accès pour tous");
    }

    @Test
    void theRuleThatStopsAnOfferIsSaidAboveTheKeptForm() {
        SUPPORT.on(
                "POST /v1/offers",
                Reply.problem(422, "grant-needs-instrument", "Il manque une délibération", "Loi du 12 avril 2000."));
        Browser ines = ines();
        var form = ines.get("/veille/ville-de-lyon/offre/p1");

        var again = ines.submit(
                form,
                "/veille/ville-de-lyon/offre/p1",
                "idempotencyKey",
                form.idempotencyKey(),
                "nature",
                "grant",
                "titre",
                "Aide aux travaux");

        assertThat(again.body()).contains("Il manque une délibération", "Loi du 12 avril 2000.", "Aide aux travaux");
        assertThat(again.idempotencyKey()).isNotEqualTo(form.idempotencyKey());
    }

    @Test
    void whoActsForNobodyIsToldHowToRegister() {
        SUPPORT.on("GET /v1/me/supporters", "{\"items\":[]}");

        assertThat(signedIn("m-remi", "Rémi").get("/veille").body())
                .contains("/soutiens")
                .doesNotContain("??");
    }
}
