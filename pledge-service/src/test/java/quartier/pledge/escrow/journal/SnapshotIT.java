package quartier.pledge.escrow.journal;

import static com.mongodb.client.model.Filters.lte;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static quartier.pledge.escrow.Campaigns.open;
import static quartier.pledge.escrow.Campaigns.place;
import static quartier.pledge.escrow.Campaigns.terms;
import static quartier.pledge.escrow.journal.Replicas.accept;

import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import quartier.pledge.escrow.Escrow;
import quartier.pledge.escrow.EscrowUnavailableException;

class SnapshotIT {

    private static final String CAMPAIGN = "kfe";
    private static final int EVERY = 40;

    private final Replicas replicas = new Replicas();

    @AfterEach
    void stop() {
        replicas.close();
    }

    @Test
    void beginsFromASnapshotWithoutThePagesBeforeIt() {
        EscrowEngine first = replicas.start(64, EVERY);
        accept(first, CAMPAIGN, open(terms(10_000, 1_000_000)));
        placeAll(first, 1, 400);
        long page = snapshotAfter(300);
        await().until(() -> projectedPage() >= page);
        first.close();
        replicas.database().getCollection("journal").deleteMany(lte("_id.n", page));

        EscrowEngine second = replicas.start(64, EVERY);
        Escrow escrow = second.escrows().find(CAMPAIGN).orElseThrow();
        assertThat(escrow.placed()).isEqualTo(400);
        assertThat(escrow.pledge("p1")).isPresent();
        placeAll(second, 401, 500);
        assertThat(second.escrows().find(CAMPAIGN).orElseThrow().held().minorUnits())
                .isEqualTo(50_000);
        assertThat(second.escrows().find(CAMPAIGN).orElseThrow().pledges()).hasSize(500);
    }

    @Test
    void keepsTheLastTwoSnapshotsAndNothingElse() {
        EscrowEngine engine = replicas.start(64, EVERY);
        accept(engine, CAMPAIGN, open(terms(10_000, 1_000_000)));
        placeAll(engine, 1, 600);
        snapshotAfter(450);
        await().untilAsserted(() -> {
            Document kept = kept();
            assertThat(kept).containsKeys("current", "former").doesNotContainKey("pending");
            assertThat(parts()).hasSize(partsOf(kept, "current") + partsOf(kept, "former"));
        });
    }

    @Test
    void keepsWhatABurstLeftWhenNobodyAsksAnyMore() {
        EscrowEngine engine = replicas.start(64, 3_200);
        accept(engine, CAMPAIGN, open(terms(10_000, 1_000_000)));
        placeAll(engine, 1, 150);
        await().until(() -> page(kept()) == 151);
    }

    @Test
    void readsTheJournalAgainWhenPartsOfASnapshotAreLost() {
        EscrowEngine first = replicas.start(64, EVERY);
        accept(first, CAMPAIGN, open(terms(10_000, 1_000_000)));
        placeAll(first, 1, 400);
        snapshotAfter(300);
        first.close();
        replicas.database().getCollection(MongoSnapshots.PARTS).deleteMany(new Document());

        EscrowEngine second = replicas.start(64, EVERY);
        await().ignoreExceptionsInstanceOf(EscrowUnavailableException.class)
                .untilAsserted(() -> assertThat(
                                second.escrows().find(CAMPAIGN).orElseThrow().pledges())
                        .hasSize(400));
        placeAll(second, 401, 410);
    }

    private void placeAll(EscrowEngine engine, int from, int to) {
        for (int i = from; i <= to; i++) {
            accept(engine, CAMPAIGN, place("p" + i, 100));
        }
    }

    /** The page of a snapshot that has at least so many pledges. */
    private long snapshotAfter(int pledges) {
        await().until(() -> page(kept()) > pledges);
        return page(kept());
    }

    private static long page(Document kept) {
        Document current = kept.get("current", Document.class);
        return current == null ? 0 : current.getLong("page");
    }

    private Document kept() {
        Document kept = replicas.database()
                .getCollection(MongoSnapshots.HEADS)
                .find(new Document("_id", CAMPAIGN))
                .first();
        return kept == null ? new Document() : kept;
    }

    private List<Document> parts() {
        return replicas.database().getCollection(MongoSnapshots.PARTS).find().into(new ArrayList<>());
    }

    private static int partsOf(Document kept, String which) {
        return kept.get(which, Document.class).get("layout", Document.class).values().stream()
                .mapToInt(places -> ((List<?>) places).size())
                .sum();
    }

    private long projectedPage() {
        Document escrow = replicas.database()
                .getCollection(ProjectionStore.ESCROWS)
                .find(new Document("_id", CAMPAIGN))
                .first();
        return escrow == null ? 0 : escrow.getLong("projectedPage");
    }
}
