package quartier.local.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindByIdsIT {

    @TempDir
    Path folder;

    private DocumentStore store;
    private MongoClient client;
    private MongoCollection<Document> things;

    @BeforeEach
    void start() {
        store = new DocumentStore(folder.resolve("store.mv"), 0);
        client = MongoClients.create(store.uri());
        things = client.getDatabase("shop").getCollection("things");
        things.insertMany(List.of(
                new Document("_id", "b").append("colour", "red").append("size", 2),
                new Document("_id", "a").append("colour", "blue").append("size", 1),
                new Document("_id", "c").append("colour", "red").append("size", 3),
                new Document("_id", 4).append("colour", "green").append("size", 4)));
    }

    @AfterEach
    void stop() {
        client.close();
        store.close();
    }

    @Test
    void givesEachDocumentOfAListOnceInTheOrderOfTheirIds() {
        assertThat(found(in("_id", "c", "a", "nowhere", "c"))).containsExactly("a", "c");
        assertThat(found(in("_id", List.of()))).isEmpty();
    }

    @Test
    void givesDocumentsOfAListByIdsThatAreNoText() {
        assertThat(found(in("_id", "a", 4))).containsExactlyInAnyOrder("a", 4);
    }

    @Test
    void mindsWhatElseAQueryAsksFor() {
        assertThat(found(and(in("_id", "a", "b", "c"), eq("colour", "red")))).containsExactlyInAnyOrder("b", "c");
    }

    @Test
    void sortsLimitsAndLeavesFieldsOut() {
        List<Document> two = things.find(in("_id", "a", "b", "c"))
                .sort(new Document("size", -1))
                .limit(2)
                .projection(include("size"))
                .into(new ArrayList<>());

        assertThat(two)
                .containsExactly(
                        new Document("_id", "c").append("size", 3), new Document("_id", "b").append("size", 2));
    }

    private List<Object> found(Bson query) {
        return things.find(query).map(document -> document.get("_id")).into(new ArrayList<>());
    }
}
