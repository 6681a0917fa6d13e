package quartier.gateway.propose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;

final class TierPagesIT extends GatewayIT {

    private static final String CLOSE = "/mes-projets/p1/contreparties/t1/fermer";

    private static final String CAMPAIGN = """
        {"id":"p1","state":"live","goal":{"amount":600000,"currency":"EUR"},"cap":{"amount":900000,"currency":"EUR"},"deadline":"2099-01-01T00:00:00Z",
         "collected":{"amount":100,"currency":"EUR"},"percent":1,"backers":1,"allowances":[],
         "tiers":[{"id":"t1","sold":1,"left":null,"closed":null},{"id":"t2","sold":0,"left":null,"closed":false},{"id":"t3","sold":0,"left":null,"closed":false}]}\
        """;

    private Browser alexis;

    @BeforeEach
    void signIn() {
        alexis = signedIn("m-alexis", "Alexis Morel");
        SERVICES.of(Service.PLEDGE).on("GET /v1/campaigns/p1", CAMPAIGN);
    }

    @Test
    void anOwnerClosesARewardToNewBackers() {
        SERVICES.of(Service.CATALOG).on("POST /v1/projects/p1/tiers/t1/close", "{}");
        var dashboard = alexis.get("/mes-projets/p1/tableau");
        assertThat(dashboard.body()).contains(CLOSE, "cela ne se reprend pas").doesNotContain("??");

        var closed = alexis.submit(dashboard, CLOSE);

        assertThat(closed.body()).contains("La contrepartie est fermée");
        assertThat(SERVICES.of(Service.CATALOG).received("POST", "/v1/projects/p1/tiers/t1/close"))
                .hasSize(1);
        assertThat(alexis.preferring("en").get("/mes-projets/p1/tableau").body())
                .contains("Close to new backers")
                .doesNotContain("??");
    }

    @Test
    void aClosedRewardIsShownAndCanNeitherBeChosenNorClosedAgain() {
        SERVICES.of(Service.PLEDGE).on("GET /v1/campaigns/p1", CAMPAIGN.replace("\"closed\":null", "\"closed\":true"));

        assertThat(alexis.get("/mes-projets/p1/tableau").body())
                .contains("Fermée")
                .doesNotContain(CLOSE);
        assertThat(browser().get("/projets/le-kfe-du-33").body())
                .contains("Fermée", "contrepartie=t2")
                .doesNotContain("contrepartie=t1");
        assertThat(browser().get("/projets/le-kfe-du-33/contribuer").body()).contains("Fermée");
        assertThat(alexis.get("/projets/le-kfe-du-33/contribuer/paiement?libre=25&contrepartie=t1")
                        .body())
                .contains("ne propose plus cette contrepartie");
    }

    @Test
    void tellsWhyItWasNotClosedAndTakesNoForgedForm() {
        SERVICES.of(Service.CATALOG)
                .on(
                        "POST /v1/projects/p1/tiers/t1/close",
                        Reply.problem(409, "project-state", "Trop tard", "La collecte est finie."));
        var dashboard = alexis.get("/mes-projets/p1/tableau");

        assertThat(alexis.submit(dashboard, CLOSE).body()).contains("Trop tard");
        assertThat(alexis.forge(CLOSE).status()).isNotEqualTo(200);
        assertThat(SERVICES.of(Service.CATALOG).received("POST", "/v1/projects/p1/tiers/t1/close"))
                .hasSize(1);
    }
}
