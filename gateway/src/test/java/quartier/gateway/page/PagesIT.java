package quartier.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quartier.gateway.call.Service;
import quartier.gateway.testing.Browser;
import quartier.gateway.testing.Browser.Page;
import quartier.gateway.testing.FakeService.Reply;
import quartier.gateway.testing.GatewayIT;

final class PagesIT extends GatewayIT {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/lyon",
                "/lyon?thematique=nature",
                "/lyon?q=rien-de-tel&etat=live",
                "/auvergne-rhone-alpes",
                "/explorer",
                "/explorer?territoire=lyon&thematique=nature&q=rien-de-tel&pres=45.75,4.84&tri=nearest",
                "/donnees",
                "/projets/le-kfe-du-33",
                "/projets/l-atelier-du-mercredi",
                "/projets/le-releve-des-obstacles",
                "/projets/devoirs-en-visio",
                "/projets/bibliopousse",
                "/appels/circuits-courts",
                "/appels/aux-arbres",
                "/projets/le-kfe-du-33/contribuer",
                "/projets/le-kfe-du-33/contribuer?contrepartie=t2",
                "/besoins",
                "/besoins?territoire=lyon&nature=skill",
                "/besoins/p1.n1"
            })
    void showsEveryPublicPageInBothLanguages(String path) {
        assertReadable(browser().get(path), "fr");
        assertReadable(browser().preferring("en-GB,en;q=0.8").get(path), "en");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/projets/le-kfe-du-33",
                "/projets/le-kfe-du-33/contribuer/paiement?libre=25&contrepartie=t3",
                "/contributions/pl-1",
                "/moi",
                "/besoins/p1.n1",
                "/besoins/p7.n1",
                "/proposer",
                "/proposer?territoire=lyon",
                "/proposer?appel=c1",
                "/proposer?territoire=lyon&appel=c1",
                "/appels/circuits-courts",
                "/mes-projets/p1/tableau"
            })
    void showsEveryPageOfAMemberInBothLanguages(String path) {
        Browser alexis = signedIn("m-alexis", "Alexis Morel", "supporter-agent:ville-de-lyon");
        assertReadable(alexis.get(path), "fr");
        assertReadable(alexis.preferring("en").get(path), "en");
    }

    @Test
    void remembersTheLanguageThatWasChosen() {
        Browser reader = browser();
        assertThat(reader.get("/lyon").body()).contains("<html lang=\"fr\"");
        assertThat(reader.get("/lyon?lang=en").body()).contains("<html lang=\"en\"");
        assertThat(reader.get("/projets/le-kfe-du-33").body()).contains("<html lang=\"en\"");
        assertThat(reader.get("/lyon?lang=xx").body()).contains("<html lang=\"en\"");
    }

    @Test
    void answersInFrenchToReadersOfNeitherLanguage() {
        assertThat(browser().preferring("de,it;q=0.5").get("/").body()).contains("<html lang=\"fr\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nulle-part", "/projets/nulle-part", "/une/adresse/profonde", "/besoins/nul"})
    void saysThatAPageIsNotThere(String path) {
        Page french = browser().get(path);
        assertThat(french.status()).isEqualTo(404);
        assertThat(french.body()).contains("Page introuvable");
        Page english = browser().preferring("en").get(path);
        assertThat(english.status()).isEqualTo(404);
        assertThat(english.body()).contains("Page not found");
    }

    @Test
    void keepsThePageWhenAPartIsAway() {
        for (Service service : new Service[] {Service.PLEDGE, Service.INKIND, Service.SUPPORT, Service.NOTIFICATION}) {
            SERVICES.of(service).forgetReplies();
            SERVICES.of(service).on("GET /*", Reply.problem(500, "internal-error", "Erreur", "Erreur"));
        }
        Page page = browser().get("/projets/le-kfe-du-33");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Le Kfé du 33")
                .contains("Les besoins : momentanément indisponible")
                .contains("La liste des contributeurs : momentanément indisponible")
                .contains("Les soutiens reçus : momentanément indisponible")
                .contains("Derniers chiffres connus")
                .contains("5\u00a0480\u00a0€");
    }

    @Test
    void showsTheFiguresOfMoreProjectsThanAListHolds() {
        assertThat(browser().get("/lyon").body()).contains("<strong>112</strong>", "198\u00a0765\u00a0€", "6\u00a0543");
        assertThat(browser().get("/").body()).contains("<strong>131</strong>", "85 collectes en cours");

        SERVICES.of(Service.CATALOG).on("GET /v1/projects/figures", Reply.problem(500, "internal-error", "Non", "Non"));
        Page without = browser().get("/lyon?lang=en");
        assertThat(without.status()).isEqualTo(200);
        assertThat(without.body()).contains("Le Kfé du 33").doesNotContain("<strong>112</strong>");
    }

    @Test
    void keepsThePageWhenAPartIsTooSlow() {
        SERVICES.of(Service.INKIND).hold();
        Page page = browser().get("/projets/le-kfe-du-33");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("Les besoins : momentanément indisponible")
                .contains("Rémi");
    }

    @Test
    void saysThatThePageItselfIsAwayForAMoment() {
        SERVICES.of(Service.CATALOG)
                .on("GET /v1/projects/by-slug/*", Reply.problem(500, "internal-error", "Non", "Non"));
        Page page = browser().get("/projets/le-kfe-du-33");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).isNotEmpty();
        assertThat(page.body()).contains("Momentanément indisponible").doesNotContain("internal-error");
    }

    @Test
    void showsWhatPeopleWriteAsTextAndNeverAsMarkup() {
        String script = "<script>alert(1)</script>";
        SERVICES.of(Service.CATALOG).on("GET /v1/projects/by-slug/piege", """
                {"id":"p99","slug":"piege","version":1,"state":"live","territory":"lyon","title":"%1$s","pitch":"%1$s",
                 "district":"%1$s","owner":{"id":"m-x","name":"%1$s"},"goal":{"amount":100000,"currency":"EUR"},
                 "tiers":[{"id":"t1","amount":{"amount":500,"currency":"EUR"},"reward":"%1$s"}],
                 "otherFunding":[{"source":"%1$s","amount":{"amount":500,"currency":"EUR"}}],
                 "storyHtml":"<p>Du texte <em>nettoyé</em></p>","deadline":"2099-01-01T00:00:00Z"}""".formatted(script));
        SERVICES.of(Service.INKIND).on("GET /v1/needs", """
                {"items":[{"id":"p99.n1","project":"p99","kind":"skill","title":"%1$s","description":"%1$s","quantity":1,"left":1,"open":true}]}""".formatted(script));
        SERVICES.of(Service.PLEDGE).on("GET /v1/campaigns/p99/backers", "{\"items\":[{\"name\":\"" + script + "\"}]}");
        SERVICES.of(Service.SUPPORT).on("GET /v1/offers", """
                {"items":[{"id":"s","project":"p99","state":"accepted","supporterName":"%1$s","title":"%1$s","conditions":"%1$s"}]}""".formatted(script));
        Page page = browser().get("/projets/piege");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body().replace("<script type=\"application/ld+json\">", ""))
                .doesNotContain("<script")
                .contains("\\u003cscript\\u003ealert(1)")
                .contains("&lt;script&gt;")
                .contains("<em>nettoyé</em>");
    }

    @Test
    void sendsHeadersThatLeaveScriptsNoChance() {
        Page page = browser().get("/lyon");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
    }

    @Test
    void drawsTheSameCoverAgainAndOnlyKnownCharacters() {
        Page cover = browser().get("/couvertures/nature/un-jardin.svg");
        assertThat(cover.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(cover.body())
                .isEqualTo(browser().get("/couvertures/nature/un-jardin.svg").body());
        assertThat(browser().get("/couvertures/%3Cscript%3E/%3Cscript%3E.svg").body())
                .doesNotContain("script");
    }

    private static void assertReadable(Page page, String language) {
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        // What schema.org reads is no script that runs, and what runs is a file of ours.
        assertThat(page.body()
                        .replace("<script type=\"application/ld+json\">", "")
                        .replaceAll("<script src=\"/assets/[a-z.]+\\.js\" defer(=\"defer\")?>", ""))
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"" + language + "\"")
                .contains("class=\"skip\"")
                .contains("</html>")
                .doesNotContain("??")
                .doesNotContain("<script")
                .doesNotContain(" style=")
                .containsOnlyOnce("<h1");
    }
}
