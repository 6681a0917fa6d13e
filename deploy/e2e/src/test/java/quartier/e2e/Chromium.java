package quartier.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The browser of one test class, and who sits at it: each with a context of their own, as on a device of their own. */
final class Chromium implements AutoCloseable {

    private static final String PASSWORD = "un mot de passe assez long";
    /** Where a page saves what is typed while it is typed. */
    static final String AUTOSAVE = "**/brouillon";

    private static final double PATIENCE_MILLIS = 30_000;
    private static final int PHONE = 390;
    private static final int HEIGHT = 844;

    /** Somebody with an account of their own, who is nobody's staff yet. */
    record Member(String name, String email) {}

    private final RunningSystem system;
    private final Playwright playwright = Playwright.create();
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));

    Chromium(RunningSystem system) {
        this.system = system;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    /** A French reader's phone. */
    BrowserContext phone(boolean javaScript) {
        return browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(javaScript)
                .setLocale("fr-FR")
                .setViewportSize(PHONE, HEIGHT));
    }

    Visitor anybody() {
        return new Visitor(system, phone(true));
    }

    /** One of the demo's people. */
    Visitor signedIn(String login) {
        return signedIn(login, "quartier");
    }

    Visitor signedIn(Member member) {
        return signedIn(member.email(), PASSWORD);
    }

    /** What a test types and sends is faster than any person: a page that saves meanwhile would only cross it. */
    private Visitor signedIn(String login, String password) {
        BrowserContext context = phone(true);
        context.route(AUTOSAVE, Route::abort);
        Visitor visitor = new Visitor(system, context);
        Page page = visitor.page();
        page.navigate(system.address() + "/oauth2/authorization/quartier");
        page.locator("#username").fill(login);
        page.locator("#password").fill(password);
        page.locator("form[action$='/sign-in'] button").click();
        page.waitForURL(url -> url.startsWith(system.address()));
        return visitor;
    }

    Member signUp(String name) {
        String email = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".") + "@quartier.example";
        try (BrowserContext context = phone(true)) {
            Page page = context.newPage();
            page.navigate(system.identityAddress() + "/sign-up");
            page.locator("#name").fill(name);
            page.locator("#email").fill(email);
            page.locator("#password").fill(PASSWORD);
            page.locator("form[action$='/sign-up'] button").click();
            page.waitForURL(url -> url.startsWith(system.address()));
        }
        return new Member(name, email);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
