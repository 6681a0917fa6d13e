package quartier.gateway.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;

class LogoPagesIT extends GatewayIT {

    private static final String LYON = """
        {"id":"lyon","version":4,"name":{"fr":"Lyon","en":"Lyon"},"kind":"city","parent":"auvergne-rhone-alpes","path":["auvergne-rhone-alpes","lyon"],
         "districts":["Vaise"],"themes":[],"standing":"active",
         "window":{"hosts":[],"languages":["fr","en"],"brand":{"colour":"#1f5b45","textColour":"#ffffff","logo":"/api/catalog/v1/territories/lyon/logo?v=4","logoAlternative":"Un lion & un pont"}}}\
        """;

    @BeforeEach
    void theCatalogKnowsTheLogo() {
        SERVICES.of(Service.CATALOG)
                .on("GET /v1/territories/lyon", LYON)
                .on("GET /v1/territories/lyon/form", LYON)
                .on("PUT /v1/territories/lyon", LYON)
                .on("PUT /v1/territories/lyon/logo", LYON)
                .on("DELETE /v1/territories/lyon/logo", LYON);
    }

    private Browser admin() {
        return signedIn("m-lea", "Léa", "territory-admin:lyon", "moderator:lyon");
    }

    @Test
    void aLogoIsSentWithItsWordsShownAndRemoved() {
        Browser lea = admin();
        var page = lea.get("/lyon/bureau/fenetre");
        assertThat(page.body())
                .contains("src=\"/api/catalog/v1/territories/lyon/logo?v=4\"", "alt=\"Un lion &amp; un pont\"")
                .contains("enctype=\"multipart/form-data\"", "/lyon/bureau/fenetre/logo/retirer")
                .doesNotContain("??");

        var sent = lea.upload(page, "/lyon/bureau/fenetre/logo?version=4", "description", "Un lion", new byte[] {9, 9});
        assertThat(lea.get("/lyon/bureau/fenetre").body()).contains("Le logo est en place.");
        lea.submitAndStay(page, "/lyon/bureau/fenetre/logo/retirer", "version", "4");

        assertThat(sent.header("Location")).endsWith("/lyon/bureau/fenetre#logo");
        var put = SERVICES.of(Service.CATALOG)
                .received("PUT", "/v1/territories/lyon/logo")
                .getFirst();
        assertThat(put.header("If-Match")).contains("\"4\"");
        assertThat(put.body()).contains("\"picture\":\"CQk=\"", "\"alternative\":\"Un lion\"");
        assertThat(SERVICES.of(Service.CATALOG).received("DELETE", "/v1/territories/lyon/logo"))
                .hasSize(1);
        assertThat(lea.get("/lyon/bureau/fenetre").body()).contains("Le logo est retiré.");
    }

    @Test
    void aLogoThatIsRefusedSaysWhyAndKeepsItsWords() {
        SERVICES.of(Service.CATALOG)
                .on("PUT /v1/territories/lyon/logo", new Reply(422, "application/problem+json", """
                            {"type":"urn:quartier:problem:invalid-fields","title":"À corriger","status":422,"detail":"Voyez.",
                             "errors":[{"field":"picture","code":"no-picture","message":"Un SVG n’est pas admis."}]}\
                            """, Map.of()));
        Browser lea = admin();
        var page = lea.get("/lyon/bureau/fenetre");

        lea.upload(page, "/lyon/bureau/fenetre/logo", "description", "Un ours", new byte[] {1});
        assertThat(lea.get("/lyon/bureau/fenetre").body())
                .contains("href=\"#f-picture\">Un SVG", "value=\"Un ours\"", "aria-invalid=\"true\"")
                .doesNotContain("??");
        var large = lea.upload(page, "/lyon/bureau/fenetre/logo", "description", "x", new byte[3_000_000]);
        assertThat(large.status()).isEqualTo(303);
        assertThat(lea.preferring("en").get(large.header("Location")).body()).contains("A logo has 1 MB at most");
        var nora = signedIn("m-nora", "Nora", "moderator:lyon");
        var any = nora.get("/lyon/bureau");
        assertThat(nora.upload(any, "/lyon/bureau/fenetre/logo", "description", "x", new byte[] {1})
                        .status())
                .isEqualTo(404);
        assertThat(SERVICES.of(Service.CATALOG).received("PUT", "/v1/territories/lyon/logo"))
                .as("only the first one went on")
                .hasSize(1);
    }

    @Test
    void settingsKeepTheLogoThatIsSentByAFormOfItsOwn() {
        Browser lea = admin();
        var page = lea.get("/lyon/bureau/fenetre");

        lea.submitAndStay(
                page,
                "/lyon/bureau/fenetre",
                "nameFr",
                "Lyon",
                "colour",
                "#1f5b45",
                "textColour",
                "#ffffff",
                "version",
                "4");

        assertThat(SERVICES.of(Service.CATALOG)
                        .received("PUT", "/v1/territories/lyon")
                        .getFirst()
                        .body())
                .contains("lyon/logo?v=4", "\"logoAlternative\":\"Un lion & un pont\"");
    }
}
