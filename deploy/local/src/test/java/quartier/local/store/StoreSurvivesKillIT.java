package quartier.local.store;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quartier.local.ChildProcess;

class StoreSurvivesKillIT {

    private static final int WRITERS = 8;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 400;

    @TempDir
    Path folder;

    @Test
    void keepsEveryAcknowledgedWriteWhenItsProcessIsKilled() throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        var enough = new CountDownLatch(ACKNOWLEDGED_BEFORE_THE_KILL);
        try (var store = start(0);
                var client = connect(store.port());
                var writers = Executors.newFixedThreadPool(WRITERS)) {
            var pledges = client.getDatabase("pledge-service").getCollection("pledges");
            pledges.createIndex(Indexes.ascending("command"), new IndexOptions().unique(true));
            for (int writer = 0; writer < WRITERS; writer++) {
                int name = writer;
                var _ = writers.submit(() -> {
                    for (int n = 0; ; n++) {
                        String id = name + "-" + n;
                        pledges.insertOne(new Document("_id", id).append("command", "c" + id));
                        pledges.updateOne(eq("_id", id), Updates.set("state", "confirmed"));
                        acknowledged.add(id);
                        enough.countDown();
                    }
                });
            }
            enough.await();
            store.kill();
            writers.shutdownNow();
        }
        try (var store = start(0);
                var client = connect(store.port())) {
            var pledges = client.getDatabase("pledge-service").getCollection("pledges");
            Set<String> kept = ConcurrentHashMap.newKeySet();
            pledges.find(eq("state", "confirmed")).forEach(pledge -> kept.add(pledge.getString("_id")));
            assertThat(kept).containsAll(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED_BEFORE_THE_KILL);
            assertThatThrownBy(() -> pledges.insertOne(new Document("_id", "x").append("command", "c0-0")))
                    .isInstanceOf(MongoException.class)
                    .hasMessageContaining("11000");
        }
    }

    @Test
    void givesBackWhatItWasGivenAfterAnOrderlyStop() {
        var document = new Document("_id", new Document("campaign", "c").append("n", 1L))
                .append("amount", Decimal128.parse("12.50"))
                .append("at", Date.from(Instant.parse("2026-11-23T10:00:00Z")))
                .append("entries", List.of(new Document("kind", "é").append("n", 2), new Document()))
                .append("none", null);
        try (var store = start(0);
                var client = connect(store.port())) {
            client.getDatabase("journal").getCollection("pages").insertOne(document);
            assertThat(store.stop()).isEqualTo(143);
        }
        try (var store = start(0);
                var client = connect(store.port())) {
            var pages = client.getDatabase("journal").getCollection("pages");
            assertThat(pages.find(eq("_id", document.get("_id"))).first()).isEqualTo(document);
        }
    }

    @Test
    void holdsTheSameAfterItsFileWasCompacted() throws Exception {
        Path file = folder.resolve("changes.mv");
        try (var store = new DocumentStore(file, 0);
                var client = connect(store.port())) {
            var documents = client.getDatabase("d").getCollection("documents");
            documents.createIndex(Indexes.ascending("n"), new IndexOptions().unique(true));
            documents.insertMany(IntStream.range(0, 500)
                    .mapToObj(n -> new Document("_id", n).append("n", n).append("text", "x".repeat(400)))
                    .toList());
            for (int change = 0; change < 300; change++) {
                documents.updateOne(eq("_id", change * 7 % 500), Updates.set("change", change));
            }
        }
        long before = Files.size(file);
        Compaction.of(file);
        assertThat(Files.size(file)).isLessThan(before);
        try (var store = new DocumentStore(file, 0);
                var client = connect(store.port())) {
            var documents = client.getDatabase("d").getCollection("documents");
            assertThat(documents.countDocuments()).isEqualTo(500);
            assertThat(documents.find(eq("_id", 7)).first()).containsEntry("change", 1);
            assertThatThrownBy(() -> documents.insertOne(new Document("_id", -1).append("n", 7)))
                    .hasMessageContaining("11000");
        }
    }

    @Test
    void answersTheHealthChecksHello() {
        try (var store = new DocumentStore();
                var client = connect(store.port())) {
            Document hello = client.getDatabase("admin").runCommand(new Document("hello", 1));
            assertThat(hello).containsEntry("isWritablePrimary", true);
        }
    }

    private ChildProcess start(int port) {
        return ChildProcess.of(
                StoreProcess.class, folder, folder.resolve("store.mv").toString(), String.valueOf(port));
    }

    private static MongoClient connect(int port) {
        return MongoClients.create("mongodb://localhost:" + port + "/?serverSelectionTimeoutMS=5000");
    }
}
