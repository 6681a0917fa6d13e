package quartier.catalog;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import quartier.platform.outbox.OutboundEvents;
import quartier.testing.QuartierIT;
import quartier.testing.SeenEvent;
import quartier.testing.TestEvents;
import quartier.testing.TestHttp;
import quartier.testing.TestTokens;

/** What is stored is told, also when the process that stored it could not. */
@QuartierIT
class OutboxIT {

    private static final String PROJECTS = "quartier.catalog.projects";

    private final MongoDatabase database;
    private final OutboundEvents outbound;
    private final TestEvents events;
    private final CatalogDriver catalog;

    @Autowired
    OutboxIT(MongoDatabase database, OutboundEvents outbound, TestHttp http, TestTokens tokens, TestEvents events) {
        this.database = database;
        this.outbound = outbound;
        this.events = events;
        this.catalog = new CatalogDriver(http, tokens);
    }

    /** As a process leaves it that was killed between the commit and the publication: nobody announced it. */
    @Test
    void publishesWhatACrashLeftBehind() {
        String id = catalog.launched();
        await().until(() -> waiting(id).isEmpty());
        var left =
                outbound.event(PROJECTS, "quartier.project.resumed.v1", id, 99, Instant.now(), Map.of("project", id));
        database.getCollection("projects").updateOne(eq("_id", id), Updates.push("outbox", left.toDocument()));

        SeenEvent published = events.awaitOn(PROJECTS, "quartier.project.resumed.v1", id);

        assertThat(published.sequence()).isEqualTo(99);
        await().until(() -> waiting(id).isEmpty());
    }

    @Test
    void storesAChangeAndItsEventInOneDocument() {
        String id = catalog.launched();

        Document stored = database.getCollection("projects").find(eq("_id", id)).first();

        assertThat(stored).isNotNull().containsKeys("_id", "version", "state", "outbox");
    }

    /** Ten at once: each is decided on the version that it finds, and no event is lost or told twice. */
    @Test
    void losesNoUpdateUnderConcurrentWriters() throws Exception {
        String id = catalog.launched();
        int posted = 0;
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> post = () -> catalog.owner()
                    .withKey()
                    .post("/v1/projects/" + id + "/updates", Map.of("title", "T", "body", "B"))
                    .status();
            List<Future<Integer>> answers =
                    IntStream.range(0, 10).mapToObj(i -> writers.submit(post)).toList();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(201, 409);
                posted += answer.get() == 201 ? 1 : 0;
            }
        }

        assertThat(catalog.read(id).at("/updateCount")).isEqualTo(String.valueOf(posted));
        List<SeenEvent> told = events.await(
                PROJECTS,
                event -> event.subject().equals(id) && event.type().equals("quartier.project.updated.v1"),
                posted);
        assertThat(told)
                .hasSize(posted)
                .extracting(SeenEvent::sequence)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private List<Document> waiting(String id) {
        Document stored = database.getCollection("projects").find(eq("_id", id)).first();
        return stored == null ? List.of() : stored.getList("outbox", Document.class, List.of());
    }
}
