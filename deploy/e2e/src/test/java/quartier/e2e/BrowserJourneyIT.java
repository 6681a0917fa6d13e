package quartier.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.e2e.Campaign.ok;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a resident does, in a real browser of a phone's width; the last time with JavaScript turned off. */
class BrowserJourneyIT extends AtABrowser {

    private static final String NEEDS_AUTHENTICATION = "4000 0000 0000 3220";

    private final Campaign campaign = Campaign.launched(system, "Le four à pain du parc", 600);

    @Test
    void aResidentSignsUpBacksAProjectConfirmsAtTheBankAndGetsAMail() {
        backsAProject("with-script", true, 40);
    }

    @Test
    void everythingWorksWithoutJavaScript() {
        backsAProject("without-script", false, 15);
    }

    private void backsAProject(String name, boolean javaScript, long euros) {
        long expectedCents = campaign.collectedCents() + euros * 100;
        String email = name + "-" + UUID.randomUUID().toString().substring(0, 8) + "@quartier.example";
        try (BrowserContext context = chromium.phone(javaScript)) {
            Page page = context.newPage();
            page.navigate(system.address() + "/projets/" + campaign.slug());
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Le four à pain du parc");
            page.locator(".contribute")
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Contribuer"))
                    .click();
            page.getByLabel("Un autre montant").fill(Long.toString(euros));
            page.getByRole(AriaRole.BUTTON, named("Continuer")).click();

            signUp(page, email);

            page.getByLabel("Numéro de carte").fill(NEEDS_AUTHENTICATION);
            page.getByLabel("J’accepte les conditions").check();
            page.getByRole(AriaRole.BUTTON, named("Payer")).click();

            page.locator("form[action*='/approve'] button").click();
            assertThat(page.getByRole(AriaRole.HEADING, named("Merci"))).isVisible();

            page.navigate(system.address() + "/projets/" + campaign.slug());
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                page.reload();
                return page.locator(".stand-sum strong")
                        .innerText()
                        .replaceAll("\\D", "")
                        .startsWith(Long.toString(expectedCents / 100));
            });
        }
        assertThat(campaign.collectedCents()).isEqualTo(expectedCents);
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        ok(system.mail().get("/mail.json?to=" + email)).body().contains("four à pain"));
    }

    private void signUp(Page page, String email) {
        page.locator("a[href$='/sign-up']").click();
        page.locator("#name").fill("Ada Voisine");
        page.locator("#email").fill(email);
        page.locator("#password").fill("un mot de passe assez long");
        page.locator("form[action$='/sign-up'] button[type=submit]").click();
        if (page.url().contains("/sign-in")) {
            page.locator("#username").fill(email);
            page.locator("#password").fill("un mot de passe assez long");
            page.locator("form[action$='/sign-in'] button[type=submit]").click();
        }
    }

    @Test
    void thePublicPagesHaveNoAccessibilityFault() {
        try (Visitor anybody = chromium.anybody()) {
            for (String language : List.of("fr", "en")) {
                for (String path : List.of(
                        "/",
                        "/lyon",
                        "/projets/" + campaign.slug(),
                        "/projets/" + campaign.slug() + "/contribuer",
                        "/besoins",
                        "/soutiens",
                        "/api")) {
                    anybody.visits(path + "?lang=" + language);
                }
            }
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
