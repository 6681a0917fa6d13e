package quartier.gateway.explore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser.Page;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;

final class ExplorePagesIT extends GatewayIT {

    @Test
    void filtersAndCountsWithLinksAlone() {
        SERVICES.of(Service.CATALOG).on("GET /v1/projects", """
                {"items":[{"id":"p1","slug":"le-kfe-du-33","version":1,"state":"live","territory":"lyon","title":"Le Kfé du 33","goal":{"amount":600000,"currency":"EUR"}}],
                 "next":"abc","total":41,"facets":{"theme":[{"value":"nature","count":7},{"value":"sport","count":3}],"progress":[{"value":"nearly","count":2}]}}""");
        Page page = browser().get("/explorer?q=caf%C3%A9+%26+co&thematique=nature");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("41 projets")
                .contains("href=\"/explorer?q=caf%C3%A9%20%26%20co&amp;thematique=sport\"")
                .contains("href=\"/explorer?q=caf%C3%A9%20%26%20co\"")
                .contains("avancement=nearly")
                .contains("suite=abc")
                .contains("Effacer");
        var asked = SERVICES.of(Service.CATALOG).received("GET", "/v1/projects").getFirst();
        assertThat(asked.query()).contains("theme=nature").contains("facets=true");
        assertThat(asked.header("Authorization")).isEmpty();
    }

    @Test
    void offersToClearWhatFindsNothing() {
        Page page = browser().get("/explorer?q=rien-de-tel&etat=realised&thematique=sport");

        assertThat(page.body())
                .contains("Aucun projet ne correspond")
                .contains("href=\"/explorer\"")
                .contains("Effacer");
    }

    @Test
    void drawsAMapWhoseClustersAreLinksToACloserLook() {
        String map = browser().get("/explorer?territoire=lyon").body();

        assertThat(map)
                .contains("<svg class=\"map\"")
                .containsPattern("<path class=\"map-outline\" d=\"M[-0-9.]+ [-0-9.]+L")
                .contains("href=\"/projets/le-kfe-du-33\"")
                .contains("12 projets, voir de plus près")
                .as("names are drawn over the marks")
                .containsPattern("(?s)class=\"map-mark\".*<text class=\"map-name\"[^>]*>Lyon<")
                .doesNotContainPattern("(?s)<text class=\"map-name\".*class=\"map-mark\"")
                .containsPattern(
                        "href=\"/explorer\\?territoire=lyon&amp;carte=4\\.8\\d*%2C45\\.7\\d*%2C4\\.8\\d*%2C45\\.7\\d*#carte\"");
    }

    @Test
    void keepsTheListWhenTheMapIsAway() {
        SERVICES.of(Service.CATALOG)
                .on("GET /v1/projects/map", Reply.problem(500, "internal-error", "Erreur", "Erreur"));
        Page page = browser().get("/explorer");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("momentanément indisponible").contains("Le Kfé du 33");
    }

    @ParameterizedTest
    @ValueSource(strings = {"carte=1,2", "carte=5,45,4,46", "carte=%3Cscript%3E"})
    void refusesAMapOfNowhere(String query) {
        assertThat(browser().get("/explorer?" + query).status()).isEqualTo(400);
    }

    @Test
    void saysWhatTheCatalogDoesNotUnderstandAndWhichTerritoryThereIsNot() {
        SERVICES.of(Service.CATALOG)
                .on("GET /v1/projects", Reply.problem(400, "unknown-filter", "Filtre inconnu", "near"));
        assertThat(browser().get("/explorer?pres=ici").status()).isEqualTo(400);
        assertThat(browser().get("/explorer?territoire=atlantis").status()).isEqualTo(404);
    }

    @Test
    void isReachedFromEveryPage() {
        assertThat(browser().get("/besoins").body())
                .contains("href=\"/explorer\"")
                .contains("href=\"/donnees\"");
    }
}
