package quartier.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MessagesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-zA-Z][a-zA-Z0-9_.-]*)[(}]");
    private static final Pattern IN_CODE = Pattern.compile(
            "\"((?:checkout|form|propose|dashboard|review|radar|need|account|inbox|follow|unfollow|supporter|decline|call|fund|match|operation|money|failure|meetup|front|jury|vote|result|city|report|rails)\\.[a-zA-Z.]+[a-zA-Z])\"");

    @ParameterizedTest
    @ValueSource(strings = {"messages", "office", "money", "animation", "city"})
    void saysEverythingInBothLanguages(String bundle) throws IOException {
        assertThat(keys(bundle + ".properties")).isEqualTo(keys(bundle + "_en.properties"));
    }

    @Test
    void hasAMessageForEveryKeyOfATemplate() throws IOException {
        Set<String> known = known();
        Set<String> missing = new TreeSet<>();
        for (Path template : files(RESOURCES.resolve("templates"), ".html")) {
            Matcher key = IN_TEMPLATE.matcher(Files.readString(template));
            while (key.find()) {
                if (!known.contains(key.group(1))) {
                    missing.add(template.getFileName() + ": " + key.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void hasAMessageForEveryKeyInTheCode() throws IOException {
        Set<String> known = known();
        Set<String> missing = new TreeSet<>();
        for (Path source : files(Path.of("src/main/java"), ".java")) {
            Matcher key = IN_CODE.matcher(Files.readString(source));
            while (key.find()) {
                if (!known.contains(key.group(1))) {
                    missing.add(source.getFileName() + ": " + key.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "messages",
                "messages_en",
                "office",
                "office_en",
                "money",
                "money_en",
                "animation",
                "animation_en",
                "city",
                "city_en"
            })
    void usesNoStraightApostropheWhichFormatsSwallow(String bundle) throws IOException {
        Properties messages = load(bundle + ".properties");
        assertThat(messages.values()).noneMatch(text -> text.toString().contains("'"));
        Locale locale = bundle.endsWith("_en") ? Locale.ENGLISH : Locale.FRENCH;
        assertThat(messages.values())
                .allSatisfy(text -> assertThat(
                                new MessageFormat(text.toString(), locale).format(new Object[] {1, 2, 3}))
                        .isNotNull());
    }

    private static Set<String> known() throws IOException {
        Set<String> known = keys("messages.properties");
        known.addAll(keys("office.properties"));
        known.addAll(keys("money.properties"));
        known.addAll(keys("animation.properties"));
        known.addAll(keys("city.properties"));
        return known;
    }

    private static Set<String> keys(String file) throws IOException {
        return new TreeSet<>(load(file).stringPropertyNames());
    }

    private static Properties load(String file) throws IOException {
        var properties = new Properties();
        try (Reader text = Files.newBufferedReader(RESOURCES.resolve(file))) {
            properties.load(text);
        }
        return properties;
    }

    private static Iterable<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(ending)).toList();
        }
    }
}
