package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.testing.Answer;
import quartier.testing.QuartierIT;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** A city's window: a host of its own, and a logo. */
@QuartierIT
class CityWindowIT {

    private final TestHttp http;
    private final TestTokens tokens;
    private final CityDriver city;

    @Autowired
    CityWindowIT(TestHttp http, TestTokens tokens) {
        this.http = http;
        this.tokens = tokens;
        this.city = new CityDriver(http, tokens);
    }

    @Test
    void aWindowHasAHostOfItsOwn() {
        city.found("venissieux", CityDriver.window("projets.venissieux.example"));
        Answer second = city.operator()
                .put("/v1/territories/bron", CityDriver.form("Bron", CityDriver.window("projets.venissieux.example")));
        assertThat(second.at("/errors/0/code")).isEqualTo("host-taken");
        assertThat(http.get("/v1/territories/bron").status()).isEqualTo(404);
    }

    @Test
    void aLogoIsDrawnAnewShownWithItsWordsAndTakenAway() throws IOException {
        city.found("brignais", CityDriver.window("projets.brignais.example"));
        assertThat(logo("brignais", 1, png(1_000, 500), " ").at("/errors/0/code"))
                .isEqualTo("logo-alternative");

        Answer shown = logo("brignais", 1, png(1_000, 500), "Un pont sur le Garon");

        assertThat(shown.at("/window/brand/logo")).isEqualTo("/api/catalog/v1/territories/brignais/logo?v=2");
        assertThat(shown.at("/window/brand/logoAlternative")).isEqualTo("Un pont sur le Garon");
        assertThat(shown.at("/window/brand/colour")).isEqualTo("#1f5b45");
        assertThat(http.get("/v1/territories/brignais/logo").status()).isEqualTo(200);
        assertThat(remove("brignais", "chaponost", 2).problem()).isEqualTo("not-your-territory");
        assertThat(remove("brignais", "brignais", 1).problem()).isEqualTo("precondition-failed");
        Answer gone = remove("brignais", "brignais", 2);
        assertThat(gone.json().at("/window/brand").has("logo")).isFalse();
        assertThat(gone.json().at("/window/brand").has("logoAlternative")).isFalse();
        assertThat(http.get("/v1/territories/brignais/logo").status()).isEqualTo(404);
        assertThat(remove("brignais", "brignais", 3).at("/version"))
                .as("again, nothing changes")
                .isEqualTo("3");
    }

    @Test
    void whatIsNoLogoIsRefusedWithItsReason() throws IOException {
        city.found("brindas", CityDriver.window("projets.brindas.example"));
        byte[] bomb = Base64.getDecoder().decode(png(1, 1));
        bomb[17] = 0x10;
        byte[] cut = Arrays.copyOf(Base64.getDecoder().decode(png(300, 300)), 60);
        Map<String, String> refused = Map.of(
                base64("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8)),
                "no-picture",
                base64("GIF89a".getBytes(StandardCharsets.UTF_8)),
                "no-picture",
                "nicht base64!",
                "no-picture",
                base64(bomb),
                "logo-too-many-pixels",
                base64(cut),
                "picture-unreadable",
                base64(new byte[1024 * 1024 + 1]),
                "logo-too-large");

        refused.forEach((picture, code) -> assertThat(
                        logo("brindas", 1, picture, "Un blason").at("/errors/0/code"))
                .isEqualTo(code));

        assertThat(http.get("/v1/territories/brindas/logo").status()).isEqualTo(404);
        assertThat(http.as(tokens.with("rita", "moderator:brindas"))
                        .with("If-Match", "\"1\"")
                        .put("/v1/territories/brindas/logo", Map.of("picture", png(9, 9), "alternative", "Un blason"))
                        .status())
                .isEqualTo(403);
        city.found("messimy", Map.of());
        assertThat(logo("messimy", 1, png(9, 9), "Un blason").at("/errors/0/code"))
                .isEqualTo("logo-needs-brand");
    }

    private Answer logo(String territory, int version, String picture, String alternative) {
        return city.admin(territory)
                .with("If-Match", "\"" + version + "\"")
                .put("/v1/territories/" + territory + "/logo", Map.of("picture", picture, "alternative", alternative));
    }

    private Answer remove(String territory, String administrated, int version) {
        return city.admin(administrated)
                .with("If-Match", "\"" + version + "\"")
                .delete("/v1/territories/" + territory + "/logo");
    }

    private static String png(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return base64(bytes.toByteArray());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
