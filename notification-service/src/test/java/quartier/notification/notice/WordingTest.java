package quartier.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {

    private static final Project KFE = new Project(
            "kfe", "Le Kfé du 33", "le-kfe-du-33", "m-alexis", true, List.of("auvergne-rhone-alpes", "lyon"));
    private static final Instant AT = Instant.parse("2027-03-01T08:00:00Z");
    private static final List<Argument> THREE = List.of(
            new Argument.Money(123_450, "EUR"),
            new Argument.Moment(Instant.parse("2027-04-15T21:59:59Z")),
            new Argument.Count(52));

    private final Wording wording = new Wording();

    @ParameterizedTest
    @EnumSource(NoticeKind.class)
    void hasWordsForEachKindInBothLanguagesAndVoices(NoticeKind kind) {
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            for (boolean asOwner : new boolean[] {true, false}) {
                var notice = new Notice("n", "m", kind, asOwner, "kfe", "r1", THREE, AT, null);

                var words = wording.of(notice, KFE, locale);

                assertThat(words.subject() + words.text() + words.action())
                        .doesNotContain("{", "}", "''")
                        .isNotBlank();
                assertThat(words.path()).startsWith("/").doesNotContain("null");
            }
        }
    }

    @Test
    void writesSumsAndDatesAsTheReaderDoes() {
        var notice = new Notice("n", "m", NoticeKind.LAUNCHED, false, "kfe", null, THREE, AT, null);

        assertThat(wording.of(notice, KFE, Locale.FRENCH).text().replaceAll("\\p{Z}", " "))
                .contains("objectif 1 234,50 €, jusqu’au 15 avril 2027");
        assertThat(wording.of(notice, KFE, Locale.ENGLISH).text()).contains("goal €1,234.50, until 15 April 2027");
    }

    @Test
    void speaksOfAProjectThatIsNotKnownYet() {
        var notice = new Notice("n", "m", NoticeKind.FUNDED, false, "kfe", null, THREE, AT, null);

        var words = wording.of(notice, null, Locale.ENGLISH);

        assertThat(words.subject()).contains("a project");
        assertThat(words.path()).isEqualTo("/moi/avis");
    }

    @Test
    void keepsSubjectsOnOneLine() {
        var posted = List.<Argument>of(new Argument.Text("Une\r\nBcc: tous@example.org"));
        var notice = new Notice("n", "m", NoticeKind.UPDATE_POSTED, false, "kfe", null, posted, AT, null);

        assertThat(wording.of(notice, KFE, Locale.FRENCH).subject())
                .isEqualTo("« Le Kfé du 33 » : Une Bcc: tous@example.org");
    }

    @Test
    void hasTheSamePhrasesInBothLanguages() {
        assertThat(keys(Locale.ENGLISH)).isEqualTo(keys(Locale.ROOT));
    }

    /** A straight apostrophe would swallow the places that follow it. */
    @Test
    void usesTypographicApostrophesOnly() {
        for (Locale locale : List.of(Locale.ROOT, Locale.ENGLISH)) {
            ResourceBundle bundle = bundle(locale);
            assertThat(bundle.keySet()).noneMatch(key -> bundle.getString(key).contains("'"));
        }
    }

    private static List<String> keys(Locale locale) {
        List<String> keys = new ArrayList<>(bundle(locale).keySet());
        keys.sort(null);
        return keys;
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "quartier.notification.notice.notices",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
