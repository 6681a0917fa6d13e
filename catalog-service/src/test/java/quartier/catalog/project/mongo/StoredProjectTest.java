package quartier.catalog.project.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import quartier.catalog.project.Project;
import quartier.catalog.project.ProjectState;
import quartier.platform.store.DocumentMapper;

class StoredProjectTest {

    private final DocumentMapper mapper = new DocumentMapper();

    /** What stands in stores today must be read for ever: this file is never changed, others may be added. */
    @Test
    void readsWhatTheFirstVersionWrote() throws IOException {
        Project project = read("stored-project.1.json");

        assertThat(project.state()).isEqualTo(ProjectState.FUNDED);
        assertThat(project.totals().collectedMinorUnits()).isEqualTo(612_000);
        assertThat(project.terms().orElseThrow().deadline()).isEqualTo("2027-01-22T22:59:59Z");
        assertThat(project.form().tiers()).hasSize(2);
        assertThat(project.updates()).hasSize(1);
        assertThat(project.history()).hasSize(3);
        assertThat(project.owner().name()).isEqualTo("Alexis");
        assertThat(project.review()).isNotNull();
    }

    @Test
    void writesNothingThatItDoesNotReadBack() throws IOException {
        Project project = read("stored-project.1.json");

        Document document = mapper.toDocument(StoredProject.of(project));

        assertThat(mapper.fromDocument(document, StoredProject.class).project()).isEqualTo(project);
    }

    private Project read(String file) throws IOException {
        try (InputStream stream = Objects.requireNonNull(getClass().getResourceAsStream("/" + file))) {
            Document document = Document.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            return mapper.fromDocument(document, StoredProject.class).project();
        }
    }
}
