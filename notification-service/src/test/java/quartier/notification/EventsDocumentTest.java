package quartier.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/events.md} against the contracts and the bindings of all services. */
class EventsDocumentTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern TYPE_ROW = Pattern.compile("^\\| `(quartier\\.[a-z.-]+\\.v\\d+)` \\| `([a-z.]+)` ");
    private static final Pattern TOPIC_ROW = Pattern.compile("^\\| `([a-z.]+)` \\| [a-z]+ \\| [a-z ]+ \\| (.*) \\|$");
    private static final Pattern DESTINATION = Pattern.compile("destination: *([a-z.,]+)");

    @Test
    void listsEachTypeThatHasASchemaUnderItsProducer() throws IOException {
        assertThat(documentedTypes()).isEqualTo(namesOf(".schema.json"));
    }

    @Test
    void findsAnExampleBesideEachSchema() throws IOException {
        assertThat(namesOf(".example.json")).isEqualTo(namesOf(".schema.json"));
    }

    @Test
    void putsEachTypeOnATopicThatItListsToo() throws IOException {
        Set<String> used = document().stream()
                .map(TYPE_ROW::matcher)
                .filter(Matcher::find)
                .map(row -> row.group(2))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(used).isEqualTo(new TreeSet<>(documentedListeners().keySet()));
    }

    @Test
    void namesWhoListensToEachTopic() throws IOException {
        Map<String, Set<String>> bound = new TreeMap<>();
        documentedListeners().keySet().forEach(topic -> bound.put(topic, new TreeSet<>()));
        for (Path service : services()) {
            Matcher destinations =
                    DESTINATION.matcher(Files.readString(service.resolve("src/main/resources/application.yml")));
            while (destinations.find()) {
                for (String topic : List.of(destinations.group(1).split(",", -1))) {
                    bound.computeIfAbsent(topic, unknown -> new TreeSet<>())
                            .add(service.getFileName().toString());
                }
            }
        }

        assertThat(documentedListeners()).isEqualTo(bound);
    }

    /** {@code pledge-service pledge-confirmed.v1}, by the headings and rows of the page. */
    private static Set<String> documentedTypes() throws IOException {
        Set<String> names = new TreeSet<>();
        String service = "";
        for (String line : document()) {
            if (line.startsWith("### ")) {
                service = line.substring(4);
            }
            Matcher row = TYPE_ROW.matcher(line);
            if (row.find()) {
                String[] parts = row.group(1).split("\\.", -1);
                names.add(service + " " + parts[1] + "-" + parts[2] + "." + parts[3]);
            }
        }
        return names;
    }

    private static Map<String, Set<String>> documentedListeners() throws IOException {
        Map<String, Set<String>> listeners = new TreeMap<>();
        for (String line : document()) {
            Matcher row = TOPIC_ROW.matcher(line);
            if (row.find()) {
                Set<String> services = new TreeSet<>(List.of(row.group(2).split(", ", -1)));
                services.remove("–");
                listeners.put(row.group(1), services);
            }
        }
        return listeners;
    }

    private static Set<String> namesOf(String ending) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path service : services()) {
            Path folder = service.resolve("contracts/events");
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.map(file -> file.getFileName().toString())
                            .filter(file -> file.endsWith(ending))
                            .forEach(file -> names.add(
                                    service.getFileName() + " " + file.substring(0, file.length() - ending.length())));
                }
            }
        }
        return names;
    }

    private static List<Path> services() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(folder -> folder.getFileName().toString().endsWith("-service"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> document() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/events.md"));
    }
}
