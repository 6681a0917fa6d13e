package quartier.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What every page keeps to, whoever sees it, on a desk's width and on a phone's: no fault against WCAG 2.2 AA, nothing
 * else that axe calls serious or critical, nothing to be scrolled sideways, and no text that a template left over.
 */
final class PageCheck {

    private static final List<String> STANDARD = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private static final int DESK = 1280;
    private static final int PHONE = 390;
    private static final int HEIGHT = 844;

    /** A key without its message, or a piece of an expression or of a tag. */
    private static final Pattern LEFT_OVER = Pattern.compile("\\?\\?[a-z]|[$#*]\\{|\">|</");

    /** For whoever wants to look at the pages: a folder that gets a picture of each. */
    private static final @Nullable String PICTURES = System.getenv("QUARTIER_E2E_PICTURES");

    private PageCheck() {}

    /** Ends with a phone's width. */
    static void check(Page page, String name) {
        assertThat(page.locator("body").innerText()).as(name).doesNotContainPattern(LEFT_OVER);
        for (int width : List.of(DESK, PHONE)) {
            page.setViewportSize(width, HEIGHT);
            String shown = name + " at " + width + " px";
            keep(page, shown);
            assertThat(faults(page)).as(shown).isEmpty();
            assertThat(page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
                    .as(shown + " scrolls sideways by")
                    .isEqualTo(0);
        }
    }

    private static List<String> faults(Page page) {
        return new AxeBuilder(page)
                .setLegacyMode(true).withTags(TAGS).analyze().getViolations().stream()
                        .filter(PageCheck::counts)
                        .map(rule -> rule.getImpact() + " " + rule.getId() + ": "
                                + rule.getNodes().getFirst().getHtml())
                        .toList();
    }

    private static boolean counts(Rule rule) {
        return GRAVE.contains(String.valueOf(rule.getImpact()))
                || rule.getTags().stream().anyMatch(STANDARD::contains);
    }

    private static void keep(Page page, String name) {
        if (PICTURES != null) {
            String file = name.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "") + ".png";
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(PICTURES).resolve(file)));
        }
    }
}
