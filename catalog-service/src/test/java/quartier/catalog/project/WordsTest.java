package quartier.catalog.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import quartier.catalog.project.ProjectMother.FormBuilder;

class WordsTest {

    @Test
    void makesAddressesOfTitles() {
        assertThat(Slug.of("Le Kfé du 33", "p1")).isEqualTo("le-kfe-du-33");
        assertThat(Slug.of("  L’œuvre d'Été !  ", "p1")).isEqualTo("l-oeuvre-d-ete");
        assertThat(Slug.of(null, "p1")).isEqualTo("projet-p1");
        assertThat(Slug.of("日本", "p1")).isEqualTo("projet-p1");
        assertThat(Slug.of("x".repeat(500), "p1")).hasSize(60);
    }

    @Test
    void readsItsOwnCursorsAndNoOthers() {
        var cursor = new Cursor(1_795_000_000_000L, "p:1");

        assertThat(Cursor.parse(cursor.text())).contains(cursor);
        assertThat(Stream.of("", "%%%", "YWJj", "MTI").map(Cursor::parse)).containsOnly(Optional.empty());
    }

    @Test
    void tellsHowFarADraftHasCome() {
        var form = new FormBuilder();
        form.budget = List.of(new Funding("Travaux", ProjectMother.euros(8_000)));
        assertThat(Completeness.of(form.build())).isEqualTo(new Completeness(100, List.of()));

        form.story = null;
        form.needs = List.of();
        assertThat(Completeness.of(form.build()).missing()).containsExactly("story", "needs");
    }

    @Test
    void explainsEveryRuleInBothLanguages() {
        ResourceBundle french = ResourceBundle.getBundle("messages", Locale.ROOT);
        ResourceBundle english = ResourceBundle.getBundle("messages", Locale.ENGLISH);

        for (Rule rule : Rule.values()) {
            String key = "problem.field." + rule.id();
            assertThat(french.containsKey(key)).as(key).isTrue();
            assertThat(english.getString(key)).as(key).isNotEqualTo(french.getString(key));
        }
        for (ProjectState state : ProjectState.values()) {
            assertThat(french.getString("state." + state.id())).isNotBlank();
        }
        assertThat(english.keySet()).isEqualTo(french.keySet());
    }
}
