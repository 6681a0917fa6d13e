package quartier.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.Browser.Page;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;

/** Pages are kept for a moment for those who have not signed in, and for nobody else. */
@TestPropertySource(properties = "quartier.page-cache.kept-for=1s")
final class PageCacheIT extends GatewayIT {

    private final AtomicInteger collected = new AtomicInteger(123_400);

    @Test
    void drawsAPageOnceForACrowd() {
        page("foule");
        Browser reader = browser();
        for (int i = 0; i < 20; i++) {
            assertThat(reader.get("/projets/foule").status()).isEqualTo(200);
        }

        assertThat(SERVICES.of(Service.CATALOG).received("GET", "/v1/projects/by-slug/foule"))
                .hasSizeLessThan(10);
    }

    @Test
    void showsAPledgeAMomentLater() {
        page("vite");
        assertThat(browser().get("/projets/vite").body()).contains("1\u00a0234\u00a0€");
        collected.set(567_800);

        await().until(() -> browser().get("/projets/vite").body().contains("5\u00a0678\u00a0€"));
    }

    @Test
    void keepsLanguagesApartAndSaysWhatItDependsOn() {
        page("langues");
        Page french = browser().get("/projets/langues");
        Page english = browser().preferring("en").get("/projets/langues");

        assertThat(french.body()).contains("<html lang=\"fr\"");
        assertThat(english.body()).contains("<html lang=\"en\"");
        assertThat(french.header("Vary")).contains("Accept-Language").contains("Cookie");
        assertThat(french.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(french.header("Cache-Control")).contains("no-cache").contains("private");
    }

    @Test
    void answersAReaderWhoHasThePageThatItIsTheSame() {
        page("pareil");
        Browser reader = browser();
        String etag = reader.get("/projets/pareil").header("ETag");

        assertThat(etag).isNotEmpty();
        assertThat(reader.call("GET", "/projets/pareil", "", "If-None-Match", etag)
                        .status())
                .isEqualTo(304);
    }

    @Test
    void neverKeepsAPageOfSomebodyWhoHasSignedIn() {
        page("membre");
        Browser alexis = signedIn("m-alexis", "Alexis Morel");
        assertThat(alexis.get("/projets/membre").body()).contains("Alexis Morel");
        assertThat(browser().get("/projets/membre").body()).doesNotContain("Alexis Morel");
        Browser nadia = signedIn("m-nadia", "Nadia");
        assertThat(nadia.get("/projets/membre").body()).contains("Nadia").doesNotContain("Alexis Morel");
        assertThat(nadia.get("/projets/membre").header("ETag")).isEmpty();
    }

    @Test
    void keepsNoErrorAndNoPageWithAForm() {
        assertThat(browser().get("/projets/nulle-part").header("ETag")).isEmpty();
        page("enfin");
        SERVICES.of(Service.CATALOG)
                .on("GET /v1/projects/by-slug/enfin", Reply.problem(500, "internal-error", "Non", "Non"));
        assertThat(browser().get("/projets/enfin").status()).isEqualTo(503);
        page("enfin");
        assertThat(browser().get("/projets/enfin").status()).isEqualTo(200);
        assertThat(browser().get("/besoins/p1.n1").header("ETag")).isEmpty();
    }

    @Test
    void asksWhoWantsToFollowToSignInAndComesBack() {
        assertThat(browser().get("/projets/le-kfe-du-33").body())
                .contains("href=\"/projets/le-kfe-du-33/suivre\"")
                .doesNotContain("_csrf");
        ISSUER.person("m-alexis", "Alexis Morel");
        Page back = browser().get("/projets/le-kfe-du-33/suivre");

        assertThat(back.path()).isEqualTo("/projets/le-kfe-du-33");
        assertThat(back.body()).contains("Alexis Morel").contains("action=\"/projets/le-kfe-du-33/suivre\"");
    }

    private void page(String slug) {
        SERVICES.of(Service.CATALOG).on("GET /v1/projects/by-slug/" + slug, """
                {"id":"p9","slug":"%s","version":1,"state":"live","territory":"lyon","title":"Vite","pitch":"Vite",
                 "goal":{"amount":600000,"currency":"EUR"},"deadline":"2099-01-01T00:00:00Z"}""".formatted(slug));
        SERVICES.of(Service.PLEDGE).on("GET /v1/campaigns/p9", request -> Reply.json("""
                        {"id":"p9","state":"live","goal":{"amount":600000,"currency":"EUR"},"cap":{"amount":900000,"currency":"EUR"},"deadline":"2099-01-01T00:00:00Z","collected":{"amount":%d,"currency":"EUR"},"percent":1,"backers":7}""".formatted(collected.get())));
    }
}
