package quartier.testing;

import static com.networknt.schema.SpecificationVersion.DRAFT_2020_12;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * The event contracts beside a producer: {@code contracts/events/<name>.v1.schema.json} and {@code .example.json},
 * where {@code quartier.pledge.confirmed.v1} has the name {@code pledge-confirmed.v1}.
 */
public final class EventContracts {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(DRAFT_2020_12);

    private final Path folder;

    private EventContracts(Path folder) {
        this.folder = folder;
    }

    /** Of the service whose tests run. */
    public static EventContracts own() {
        return new EventContracts(Path.of("contracts", "events"));
    }

    /** Of another service of this repository, for its consumers' tests. */
    public static EventContracts of(String service) {
        return new EventContracts(Path.of("..", service, "contracts", "events"));
    }

    /** The example of an event type, for example {@code quartier.project.launched.v1}. */
    public String example(String type) {
        return read(nameOf(type) + ".example.json");
    }

    /** What the schema of the type has against this data; empty when it conforms. */
    public List<String> faultsOf(String type, String json) {
        return SCHEMAS.getSchema(read(nameOf(type) + ".schema.json")).validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    public List<String> faultsOf(String type, JsonNode data) {
        return faultsOf(type, data.toString());
    }

    /** What is wrong with the folder itself: a schema without an example, an example that breaks its schema. */
    public List<String> faults() {
        var names = new TreeSet<String>();
        try (var files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .map(file -> file.replaceAll("\\.(schema|example)\\.json$", ""))
                    .forEach(names::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (names.isEmpty()) {
            return List.of(folder + " has no contract");
        }
        return names.stream()
                .flatMap(name -> SCHEMAS
                        .getSchema(read(name + ".schema.json"))
                        .validate(read(name + ".example.json"), InputFormat.JSON)
                        .stream()
                        .map(error -> name + ": " + error))
                .toList();
    }

    private static String nameOf(String type) {
        String withoutPrefix = type.substring("quartier.".length());
        int version = withoutPrefix.lastIndexOf('.');
        return withoutPrefix.substring(0, version).replace('.', '-') + withoutPrefix.substring(version);
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
