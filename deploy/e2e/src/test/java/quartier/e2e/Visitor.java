package quartier.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Somebody at a browser, who knows of a page only what stands on it: labels, buttons, links. A page that they visit or
 * look at is checked, see {@link PageCheck}.
 */
final class Visitor implements AutoCloseable {

    private final RunningSystem system;
    private final BrowserContext context;
    private final Page page;

    Visitor(RunningSystem system, BrowserContext context) {
        this.system = system;
        this.context = context;
        this.page = context.newPage();
    }

    Page page() {
        return page;
    }

    /** Goes there, and checks what is shown. */
    Visitor visits(String path) {
        return goesTo(path).looks(path);
    }

    Visitor goesTo(String path) {
        assertThat(page.navigate(system.address() + path).status()).as(path).isEqualTo(200);
        return this;
    }

    /** @param name what the page is called when something is wrong with it */
    Visitor looks(String name) {
        PageCheck.check(page, name);
        return this;
    }

    /** @param label how the field's label begins; the first of several */
    Visitor fills(String label, String text) {
        labelled(label).fill(text);
        return this;
    }

    /** One of several fields of the same label, by its id. */
    Visitor fillsAt(String id, String text) {
        page.locator("#" + id).fill(text);
        return this;
    }

    Visitor chooses(String label, String option) {
        labelled(label).selectOption(new SelectOption().setLabel(option));
        return this;
    }

    Visitor choosesAt(String id, String option) {
        page.locator("#" + id).selectOption(new SelectOption().setLabel(option));
        return this;
    }

    Visitor ticks(String label) {
        labelled(label).check();
        return this;
    }

    Visitor gives(String label, FilePayload file) {
        labelled(label).setInputFiles(file);
        return this;
    }

    /** Types, and leaves the saving to the page. */
    Visitor onlyTypes(String label, String text) {
        context.unroute(Chromium.AUTOSAVE);
        labelled(label).fill(text);
        labelled(label).blur();
        page.getByText("Enregistré à").waitFor();
        return this;
    }

    /** Types, and presses this button in the very moment in which the page saves by itself. */
    Visitor typesAndPressesWhileThePageSaves(String label, String text, String button) {
        context.unroute(Chromium.AUTOSAVE);
        page.evaluate("""
            label => {
              const send = XMLHttpRequest.prototype.send;
              XMLHttpRequest.prototype.send = function (...body) {
                send.apply(this, body);
                [...document.querySelectorAll("main button")].find(one => one.textContent === label).click();
              };
            }""", button);
        labelled(label).fill(text);
        labelled(label).blur();
        return this;
    }

    Visitor finds(String label, String text) {
        assertThat(labelled(label)).hasValue(text);
        return this;
    }

    /** Opens what a summary hides. */
    Visitor opens(String summary) {
        page.locator("main summary")
                .filter(new Locator.FilterOptions().setHasText(summary))
                .first()
                .click();
        return this;
    }

    /** Presses a button of the page itself, and waits for the page that it leads to. */
    Visitor presses(String button) {
        return leaves(AriaRole.BUTTON, button);
    }

    Visitor follows(String link) {
        return leaves(AriaRole.LINK, link);
    }

    private Visitor leaves(AriaRole role, String name) {
        page.evaluate("() => { document.documentElement.dataset.left = 'yes'; }");
        page.locator("main")
                .getByRole(role, new Locator.GetByRoleOptions().setName(name))
                .first()
                .click();
        page.locator("html:not([data-left])").waitFor();
        page.waitForLoadState();
        return this;
    }

    Visitor sees(String... texts) {
        for (String text : texts) {
            assertThat(page.locator("body")).containsText(text);
        }
        return this;
    }

    /** A picture that these words describe: it is there, it comes as a picture, and the browser could draw it. */
    Visitor seesPicture(String words) {
        Locator picture = page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName(words))
                .first();
        assertThat(picture).isVisible();
        String address = (String) picture.evaluate("shown => shown.currentSrc");
        assertThat(context.request().get(address).headers().get("content-type"))
                .as(address)
                .startsWith("image/");
        assertThat((boolean) picture.evaluate("shown => shown.complete && shown.naturalWidth > 0"))
                .as(words)
                .isTrue();
        return this;
    }

    /** Looks again until it is there. */
    Visitor waitsFor(String text) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            boolean there = page.locator("body").innerText().contains(text);
            if (!there) {
                page.reload();
            }
            return there;
        });
        return this;
    }

    /** The last part of the page's path. */
    String lastOfPath() {
        return page.url().replaceAll("[?#].*$", "").replaceAll("^.*/", "");
    }

    private Locator labelled(String label) {
        // The browser reads the pattern: it knows nothing of Java's quotes.
        String literally = label.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0");
        return page.locator("main")
                .getByLabel(Pattern.compile("^\\s*" + literally))
                .first();
    }

    @Override
    public void close() {
        context.close();
    }
}
