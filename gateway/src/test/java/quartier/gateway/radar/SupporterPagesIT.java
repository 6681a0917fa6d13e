package quartier.gateway.radar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.FakeService;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;

class SupporterPagesIT extends GatewayIT {

    private static final FakeService SUPPORT = SERVICES.of(Service.SUPPORT);

    @Test
    void anybodySeesWhoHelps() {
        var page = browser().get("/soutiens");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Froid du Rhône", "/soutiens/ville-de-lyon")
                .doesNotContain("??", "/approuver");
        assertThat(browser().preferring("en").get("/soutiens").body()).doesNotContain("??");
    }

    @Test
    void aPageOfItsOwnShowsOnlyWhatWasAccepted() {
        SUPPORT.on("GET /v1/supporters/ville-de-lyon/offers", """
                {"items":[{"id":"so-1","supporter":"ville-de-lyon","supporterName":"Ville de Lyon","project":"p1","projectSlug":"le-kfe-du-33","projectTitle":"Le Kfé du 33","kind":"guidance","title":"Aide à la recherche de bail","state":"accepted","madeAt":"2026-11-12T10:00:00Z"},
                 {"id":"so-2","supporter":"ville-de-lyon","supporterName":"Ville de Lyon","project":"p7","projectSlug":"p7","projectTitle":"P7","kind":"label","title":"Label encore secret","state":"made","madeAt":"2026-11-12T10:00:00Z"}]}""");

        var page = signedIn("m-ines", "Inès", "supporter-agent:ville-de-lyon").get("/soutiens/ville-de-lyon");

        assertThat(page.body())
                .contains("Aide à la recherche de bail", "/projets/le-kfe-du-33", "/veille?organisation=ville-de-lyon")
                .doesNotContain("Label encore secret", "??");
        assertThat(browser().get("/soutiens/personne").status()).isEqualTo(404);
    }

    @Test
    void offersThatCannotBeReadLeaveThePageStanding() {
        SUPPORT.on(
                "GET /v1/supporters/ville-de-lyon/offers",
                Reply.problem(503, "unavailable", "Indisponible", "Plus tard."));

        assertThat(browser().get("/soutiens/ville-de-lyon").body())
                .contains("Ville de Lyon", "momentanément indisponible");
    }

    @Test
    void aMemberRegistersAnOrganisation() {
        SUPPORT.on(
                "POST /v1/supporters",
                new Reply(201, "application/json", "{\"id\":\"atelier\",\"name\":\"L’Atelier\"}", Map.of()));
        Browser zoe = signedIn("m-zoe", "Zoé");
        var page = zoe.get("/soutiens");

        zoe.submit(
                page,
                "/soutiens",
                "idempotencyKey",
                page.idempotencyKey(),
                "nom",
                "L’Atelier",
                "nature",
                "private",
                "siret",
                "123 456 789 00012");

        var sent = SUPPORT.received("POST", "/v1/supporters").getFirst();
        assertThat(sent.header("Idempotency-Key")).contains(page.idempotencyKey());
        assertThat(sent.body()).contains("L’Atelier", "private", "12345678900012");
    }

    @Test
    void theOperatorDecidesAndOthersAreTold() {
        SUPPORT.on("POST /v1/supporters/banque-du-coin/approve", "{}");
        Browser odile = signedIn("m-odile", "Odile", "operator");
        var page = odile.get("/soutiens");
        assertThat(page.body()).contains("/soutiens/banque-du-coin/approuver");

        odile.submit(page, "/soutiens/banque-du-coin/approuver");

        assertThat(SUPPORT.received("POST", "/v1/supporters/banque-du-coin/approve"))
                .hasSize(1);
    }
}
