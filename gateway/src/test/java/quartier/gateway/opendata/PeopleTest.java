package quartier.gateway.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quartier.gateway.call.Money;
import quartier.gateway.catalog.Project;
import quartier.gateway.page.Csv;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

final class PeopleTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    @Test
    void showsNobodyAndFiveAndNothingBetween() {
        assertThat(People.shown(0)).hasValue(0);
        for (int few = 1; few < 5; few++) {
            assertThat(People.shown(few)).isEqualTo(OptionalInt.empty());
        }
        assertThat(People.shown(5)).hasValue(5);
    }

    @Test
    void aTotalMinusWhatIsShownLeavesNothing() {
        List<Project> projects = List.of(project(3), project(120), project(0), project(4), project(5));

        int shown = projects.stream()
                .mapToInt(project -> People.backersOf(project).orElse(0))
                .sum();

        assertThat(People.total(projects)).isEqualTo(125).isEqualTo(shown);
    }

    /** Two data that differ only in their small groups are published alike: so nothing published tells them apart. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsPublishedDoesNotDependOnSmallGroups(long seed) {
        var random = new Random(seed);
        List<Project> some = new ArrayList<>();
        List<Project> others = new ArrayList<>();
        IntStream.range(0, 50).forEach(each -> {
            int backers = random.nextInt(12);
            boolean small = backers > 0 && backers < 5;
            some.add(project(backers));
            others.add(project(small ? 1 + random.nextInt(4) : backers));
        });

        assertThat(some.stream().map(People::backersOf).toList())
                .isEqualTo(others.stream().map(People::backersOf).toList());
        assertThat(People.total(some)).isEqualTo(People.total(others));
    }

    @Test
    void keepsFormulasOutOfSpreadsheets() {
        String csv = new Csv()
                .row("=1+1", "-5", "a,b", "say \"x\"", "@x", "deux\nlignes")
                .toString();

        assertThat(csv).isEqualTo("'=1+1,-5,\"a,b\",\"say \"\"x\"\"\",'@x,\"deux\nlignes\"\r\n");
    }

    @Test
    void writesNoCharacterThatXmlForbids() {
        assertThat(Feed.allowed("a\u0000b\u000Bc\uD800d🌳")).isEqualTo("abcd🌳");
    }

    private static Project project(int backers) {
        Money collected = new Money(1000, "EUR");
        return JSON.readValue(
                "{\"id\":\"p\",\"slug\":\"s\",\"state\":\"live\",\"territory\":\"lyon\",\"totals\":{\"collected\":{\"amount\":%d,\"currency\":\"EUR\"},\"percent\":1,\"backers\":%d}}"
                        .formatted(collected.amount(), backers),
                Project.class);
    }
}
