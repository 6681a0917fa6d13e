package quartier.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import quartier.testing.EventContracts;

class EventContractsTest {

    @Test
    void everyExampleConformsToItsSchema() {
        assertThat(EventContracts.own().faults()).isEmpty();
    }

    @Test
    void everySchemaIsNamedByTheAsyncApiDocument() throws IOException {
        String document = Files.readString(Path.of("contracts", "asyncapi.yaml"));
        try (var files = Files.list(Path.of("contracts", "events"))) {
            List<String> schemas = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".schema.json"))
                    .toList();
            assertThat(schemas)
                    .hasSize(34)
                    .allSatisfy(schema -> assertThat(document).contains("events/" + schema));
        }
    }
}
