package quartier.gateway.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.Browser.Page;
import quartier.gateway.testing.GatewayIT;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class OpenDataPagesIT extends GatewayIT {

    @Test
    void publishesProjectsAsTableAndMap() {
        Page csv = browser().get("/donnees/lyon/projets.csv");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.body())
                .startsWith("identifiant,titre,adresse,territoire,code_insee")
                .contains("https://quartier.example/projets/le-kfe-du-33,lyon,69123");

        JsonNode map = JsonMapper.shared()
                .readTree(browser().get("/donnees/lyon/projets.geojson").body());
        assertThat(map.path("type").asString()).isEqualTo("FeatureCollection");
        assertThat(map.at("/features/0/geometry/coordinates/0").asDouble()).isBetween(4.7, 5.0);
        assertThat(map.at("/features/0/properties/code_insee").asString()).isEqualTo("69123");
        assertThat(csv.body()).doesNotContain("Alexis").doesNotContain("m-alexis");
    }

    @Test
    void publishesCallsResultsAndACatalogue() {
        assertThat(browser().get("/donnees/lyon/appels.csv").body()).contains("/appels/circuits-courts");
        assertThat(browser().get("/donnees/lyon/resultats.csv").body()).contains("lyon,69123,*,");
        Page catalogue = browser().get("/donnees/lyon/catalogue.jsonld");
        assertThat(catalogue.header("Content-Type")).startsWith("application/ld+json");
        JsonNode dcat = JsonMapper.shared().readTree(catalogue.body());
        assertThat(dcat.path("@type").asString()).isEqualTo("dcat:Catalog");
        assertThat(dcat.path("dcat:dataset")).hasSize(3);
        assertThat(catalogue.body())
                .contains("https://quartier.example/donnees/lyon/projets.geojson")
                .contains("licence-ouverte");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/donnees/lyon/projets.csv",
                "/donnees/lyon/projets.geojson",
                "/donnees/lyon/catalogue.jsonld",
                "/fil/territoires/lyon.atom",
                "/sitemap.xml"
            })
    void isAskedAgainForNothingNew(String path) {
        Browser reader = browser();
        String etag = reader.get(path).header("ETag");
        assertThat(etag).isNotEmpty();

        Page again = reader.call("GET", path, "", "If-None-Match", etag);

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(reader.call("GET", path, "", "If-None-Match", "\"other\"").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/donnees/lyon/projets.csv",
                "/donnees/lyon/catalogue.jsonld",
                "/fil/territoires/lyon.atom",
                "/sitemap.xml",
                "/robots.txt",
                "/projets/le-kfe-du-33",
                "/oembed?url=https://quartier.example/projets/le-kfe-du-33"
            })
    void writesNoForgedHostIntoAddresses(String path) throws IOException {
        String answer = withHost(path, "evil.example");

        assertThat(answer).contains(" 200").contains("https://quartier.example").doesNotContain("evil.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/donnees/atlantis/projets.csv",
                "/donnees/atlantis/catalogue.jsonld",
                "/donnees/lyon/secrets.csv",
                "/fil/territoires/atlantis.atom",
                "/fil/thematiques/atlantis.atom",
                "/fil/projets/nulle-part.atom",
                "/plan/projets/atlantis.xml"
            })
    void hasNothingOfWhatThereIsNot(String path) {
        assertThat(browser().get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fil/territoires/lyon.atom",
                "/fil/thematiques/nature.atom",
                "/fil/projets/le-kfe-du-33.atom",
                "/sitemap.xml",
                "/plan/pages.xml",
                "/plan/projets/lyon.xml"
            })
    void writesWellFormedXml(String path) throws Exception {
        Page page = browser().get(path);

        assertThat(page.status()).isEqualTo(200);
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new java.io.StringReader(page.body())));
        assertThat(page.body()).contains("https://quartier.example/");
    }

    /** The JDK's client does not let anybody write this header. */
    private String withHost(String path, String host) throws IOException {
        URI base = URI.create(browser().base());
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            var out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
            out.print("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nX-Forwarded-Host: " + host
                    + "\r\nConnection: close\r\n\r\n");
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
