package quartier.catalog.project.web;

import java.util.List;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Makes HTML of what owners write. Only what the policy names comes through: no script, no style, no event handler,
 * no frame, no picture from elsewhere, and links only to the web and to mail. It is done at each reading, so that a
 * stricter policy holds for old texts too.
 */
final class Markdown {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(false).build();
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "h2",
                    "h3",
                    "h4",
                    "strong",
                    "em",
                    "b",
                    "i",
                    "ul",
                    "ol",
                    "li",
                    "blockquote",
                    "code",
                    "pre",
                    "a")
            // The page has its own first heading.
            .allowElements((name, attributes) -> lowered(name), "h1", "h5", "h6")
            .allowAttributes("href")
            .onElements("a")
            .allowUrlProtocols("https", "http", "mailto")
            .requireRelsOnLinks("nofollow", "noopener", "ugc")
            .toFactory();

    private Markdown() {}

    static String toHtml(String markdown) {
        return POLICY.sanitize(RENDERER.render(PARSER.parse(markdown)));
    }

    private static String lowered(String heading) {
        return List.of("h5", "h6").contains(heading) ? "h4" : "h2";
    }
}
