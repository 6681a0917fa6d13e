package quartier.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static quartier.e2e.Campaign.ok;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The pages about money have no accessibility fault, for those who see them, on a phone's width. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MoneyPagesIT {

    private final RunningSystem system = RunningSystem.get();
    private final Playwright playwright = Playwright.create();
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync")));
    private final Campaign campaign = Campaign.launched(system, "La bibliothèque de rue", 500);

    @AfterAll
    void close() {
        browser.close();
        playwright.close();
    }

    @Test
    void aBackersPagesHaveNoFault() {
        String pledge = ok(campaign.pledge(system.as("remi").withKey(), 25, Campaign.GOOD_CARD))
                .at("/id");
        String given = ok(campaign.pledge(system.as("remi").withKey(), 10, Campaign.GOOD_CARD))
                .at("/id");
        ok(system.as("remi").post("/api/pledge/v1/pledges/" + given + "/cancel"));

        check(
                "remi",
                "/moi",
                "/moi/recus",
                "/contributions/" + pledge,
                "/contributions/" + given,
                "/contributions/" + pledge + "/changer",
                "/contributions/" + pledge + "/recu-fiscal",
                "/projets/" + campaign.slug() + "/contribuer/paiement?montant=25");
    }

    @Test
    void anOwnersPagesHaveNoFault() {
        check(
                "alexis",
                "/mes-projets/" + campaign.id() + "/tableau",
                "/mes-projets/" + campaign.id() + "/comptes",
                "/proposer?territoire=lyon");
    }

    @Test
    void theOperatorsPagesHaveNoFault() {
        check(
                "odile",
                "/exploitation",
                "/exploitation/denouement",
                "/exploitation/previsions",
                "/exploitation/remboursements",
                "/exploitation/versements",
                "/exploitation/contestations",
                "/exploitation/examens",
                "/exploitation/rapprochement",
                "/exploitation/audit",
                "/exploitation/organismes");
    }

    private void check(String person, String... paths) {
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setLocale("fr-FR").setViewportSize(390, 844))) {
            Page page = context.newPage();
            page.navigate(system.address() + "/oauth2/authorization/quartier");
            page.locator("#username").fill(person);
            page.locator("#password").fill("quartier");
            page.locator("form[action$='/sign-in'] button[type=submit]").click();
            for (String path : paths) {
                var response = page.navigate(system.address() + path);
                assertThat(response.status()).as(path).isEqualTo(200);
                var faults = new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations();
                assertThat(faults.stream()
                                .map(rule -> rule.getId() + " "
                                        + rule.getNodes().getFirst().getHtml()))
                        .as(path)
                        .isEmpty();
                assertThat((Boolean)
                                page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth + 1"))
                        .as(path + " fits a phone's width")
                        .isTrue();
            }
        }
    }
}
