package quartier.gateway.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser.Page;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;

final class SharePagesIT extends GatewayIT {

    @Test
    void tellsNetworksWhatToShow() {
        String page = browser().get("/projets/le-kfe-du-33").body();

        assertThat(page)
                .contains(
                        "<meta property=\"og:image\" content=\"https://quartier.example/projets/le-kfe-du-33/image.png\"")
                .contains("application/json+oembed")
                .contains("https://quartier.example/oembed?url=https%3A%2F%2Fquartier.example%2Fprojets%2Fle-kfe-du-33")
                .contains("/fil/projets/le-kfe-du-33.atom")
                .contains("/projets/le-kfe-du-33/affiche.pdf")
                .contains("\"@type\":\"Project\"")
                .contains("Projets voisins")
                .doesNotContain("localhost");
    }

    @Test
    void drawsAPictureOfTheRightSize() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = bytes("/projets/le-kfe-du-33/image.png");

        assertThat(answer.statusCode()).isEqualTo(200);
        var picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(picture.getWidth()).isEqualTo(1200);
        assertThat(picture.getHeight()).isEqualTo(630);
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("max-age=300");
    }

    @Test
    void printsAPosterThatLeadsToThePage() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = bytes("/projets/le-kfe-du-33/affiche.pdf");

        assertThat(answer.statusCode()).isEqualTo(200);
        try (var poster = Loader.loadPDF(answer.body())) {
            assertThat(new PDFTextStripper().getText(poster))
                    .contains("Le Kfé du 33")
                    .contains("https://quartier.example/projets/le-kfe-du-33");
            assertThat(poster.getDocumentCatalog().getLanguage()).isEqualTo("fr");
        }
    }

    @Test
    void writesTitlesOfAnyLettersAndAnyLength() {
        var letters = new Lettering();
        var poster = new Poster(letters);
        String wild = "🌳 Forêt 日本 " + "très ".repeat(80) + "x".repeat(300);

        assertThat(poster.print(new Poster.Text(wild, wild, wild, wild, "https://quartier.example", "fr")))
                .isNotEmpty();
        assertThat(new SharePicture(letters).draw(wild, wild, wild, 250, 1)).isNotEmpty();
        assertThat(letters.lines("🌳", 20, 100, 2)).containsExactly("");
    }

    @Test
    void framesAWidgetWithoutCookiesAndScripts() {
        Page widget = browser().get("/projets/le-kfe-du-33/encart");

        assertThat(widget.status()).isEqualTo(200);
        assertThat(widget.header("Content-Security-Policy"))
                .contains("frame-ancestors *")
                .contains("default-src 'none'")
                .contains("form-action 'none'");
        assertThat(widget.header("X-Frame-Options")).isEmpty();
        assertThat(widget.header("Set-Cookie")).isEmpty();
        assertThat(widget.body())
                .doesNotContain("<script")
                .doesNotContain("<form")
                .contains("href=\"https://quartier.example/projets/le-kfe-du-33\"");
        assertThat(browser().get("/projets/le-kfe-du-33").header("X-Frame-Options"))
                .isEqualTo("DENY");
    }

    @Test
    void embedsWhatIsOurs() {
        Page answer = browser().get("/oembed?url=https://quartier.example/projets/le-kfe-du-33&maxwidth=300");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"type\":\"rich\"")
                .contains("https://quartier.example/projets/le-kfe-du-33/encart")
                .contains("\"width\":300");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/projets/le-kfe-du-33",
                "http://quartier.example/projets/le-kfe-du-33",
                "https://quartier.example:8443/projets/le-kfe-du-33",
                "https://quartier.example@evil.example/projets/le-kfe-du-33",
                "https://user@quartier.example/projets/le-kfe-du-33",
                "https://quartier.example/moi",
                "https://quartier.example/projets/nulle-part",
                "/projets/le-kfe-du-33",
                "javascript:alert(1)",
                "%5B"
            })
    void embedsNothingElse(String url) {
        assertThat(browser().get("/oembed?url=" + url).status()).isEqualTo(404);
    }

    @Test
    void speaksJsonOnly() {
        assertThat(browser()
                        .get("/oembed?format=xml&url=https://quartier.example/projets/le-kfe-du-33")
                        .status())
                .isEqualTo(501);
        assertThat(browser().get("/oembed").status()).isEqualTo(400);
    }

    /** Not even its owner carries it out: the catalog is asked in nobody's name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/projets/cache/affiche.pdf",
                "/projets/cache/image.png",
                "/projets/cache/encart",
                "/fil/projets/cache.atom"
            })
    void letsNothingOutThatIsNotPublic(String path) {
        SERVICES.of(Service.CATALOG)
                .on(
                        "GET /v1/projects/by-slug/cache",
                        request -> request.header("Authorization").isPresent()
                                ? Reply.json(
                                        "{\"id\":\"p98\",\"slug\":\"cache\",\"version\":1,\"state\":\"draft\",\"territory\":\"lyon\",\"title\":\"Caché\"}")
                                : Reply.problem(404, "not-found", "Introuvable", "Rien ici."));
        Page page = signedIn("m-alexis", "Alexis Morel").get(path);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).doesNotContain("Caché");
        assertThat(signedIn("m-alexis", "Alexis Morel").get("/projets/cache").body())
                .contains("Caché")
                .doesNotContain("affiche.pdf")
                .doesNotContain("og:image");
    }

    private HttpResponse<byte[]> bytes(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(browser().base() + path))
                                .build(),
                        BodyHandlers.ofByteArray());
    }
}
